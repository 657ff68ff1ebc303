const list = (words: string) => words.trim().split(/\s+/)

/**
 * Words for a report's pseudonym, for colleagues to talk about one without naming anybody. Only words that fit beside
 * a serious report: nothing about looks, mood or fear, no animal that is a term of abuse or somebody's first name.
 * Every animal takes "de", so that the adjective's form is always right. Adding or moving a word renames reports.
 */
export default {
  adjectives: list(`
    aandachtige aardige actieve alerte attente avontuurlijke bedaarde bedachtzame behendige behulpzame beleefde
    benieuwde bescheiden betrokken betrouwbare bevlogen bijzondere bloeiende creatieve dankbare dappere dichterlijke
    doelgerichte duidelijke eerlijke elegante energieke enthousiaste ervaren fijngevoelige frisse gastvrije
    geduldige gemoedelijke grootmoedige gulle handige hartelijke hartverwarmende heldere hoffelijke hoopvolle
    ijverige inventieve kalme koene krachtige kranige kundige kunstzinnige leergierige levendige lieve luisterende
    meelevende milde moedige muzikale nieuwsgierige nobele nuchtere ondernemende ontspannen onverschrokken
    oplettende opmerkzame oprechte optimistische originele pientere positieve rechtvaardige reislustige respectvolle
    royale ruimhartige rustige schrandere serene slimme sociale spontane sportieve standvastige sterke stralende
    sympathieke talentvolle toegewijde trouwe vaardige vastberaden veelzijdige verdraagzame verstandige vindingrijke
    volhardende voorzichtige vredige vriendelijke waardevolle wakkere warme weetgierige welwillende wijze
    zachtaardige zelfverzekerde zonnige zorgvuldige zorgzame
  `),
  animals: list(`
    adelaar albatros alpaca antilope axolotl beekforel bergeend bever bij blauwborst blauwmees boomklever boomvalk
    bosuil buizerd capibara cavia das dolfijn duif eekhoorn egel eland fazant flamingo forel fuut gaai gazelle gems
    giraffe goudhaan goudplevier goudvink grasmus groenling grutto hamster hazelmuis heggenmus hermelijn hommel
    huismus ibis ijsbeer ijsvogel impala kanarie kangoeroe karekiet kerkuil kievit kikker koala kolibrie koolmees
    kraanvogel krekel kruisbek kuifeend kuifmees kwikstaart lama leeuw leeuwerik lepelaar libel lijster lynx
    meerkoet meeuw nachtegaal nachtvlinder oehoe oeverzwaluw okapi ooievaar orka otter panda panter papegaaiduiker
    patrijs pelikaan pimpelmees pinguïn plevier poema putter quokka reiger roodborst salamander schildpad
    scholekster specht sperwer spreeuw steenbok steenuil stekelbaars tapir toekan torenvalk tortelduif valk vink
    vlinder vos vuurvlieg wasbeer wielewaal winterkoning wisent wombat wulp zanglijster zebra zeearend zeehond
    zeeleeuw zeeotter zeeschildpad zeester zilvermeeuw zilverreiger zonnevis zwaan zwaluw
  `),
} as const
