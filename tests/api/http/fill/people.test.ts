import { describe, expect, test } from 'vitest'
import { type PublicPerson, type PublicSite, peoplePlaces, sitesPlaces } from '../../../../api/http/fill/people.ts'
import texts from '../../../../web/text/nl/who-helps.ts'

const ede: PublicSite = {
  id: 'ede',
  name: 'Ede',
  region: 'midden',
  schoolTypes: ['vmbo'],
  phone: '0318 - 12 34 56',
  fingerprint: '7K3M-Q2XW-09AB-CDEF-GHJK-MNPQ-RSTV-WXYZ',
}
const adviser: PublicPerson = {
  role: 'confidentialAdviser',
  holder: 'h-1',
  name: 'Sem Yılmaz',
  reach: 'Kamer 0.03',
  hours: 'woensdag',
  isExternal: false,
  photoMark: null,
}
const placesOf = (site: Partial<PublicSite>, people: readonly PublicPerson[] = [adviser]) =>
  peoplePlaces({ ...ede, ...site }, people, texts.site)

describe('the page of a site', () => {
  test('names each person with how and when to reach them', () => {
    const { 'site-people': people } = placesOf({})
    expect(people).toContain('<h3>Sem Yılmaz</h3><p>Kamer 0.03</p><p>Wanneer: woensdag</p>')
  })

  test('says who is from outside the school, and of nobody else', () => {
    expect(placesOf({}, [{ ...adviser, isExternal: true }])['site-people']).toContain(
      `<p class="quiet">${texts.site.outside}</p>`,
    )
    expect(placesOf({})['site-people']).not.toContain(texts.site.outside)
  })

  test('shows the photo somebody gave, under an address that changes with it', () => {
    const { 'site-people': people } = placesOf({}, [{ ...adviser, photoMark: 'abc' }])
    expect(people).toContain('<img class="portrait" src="/api/sites/ede/photos/h-1?v=abc" alt=""')
    expect(placesOf({})['site-people']).not.toContain('<img')
  })

  test('says what to do when it is not known how to reach somebody', () => {
    const { 'site-people': people } = placesOf({}, [{ ...adviser, reach: null, hours: null }])
    expect(people).toContain(`<p>${texts.site.noReach}</p></div></li>`)
  })

  test('has a card for each published function, in the order of the protocol, with or without a name', () => {
    const { 'site-people': people = '' } = placesOf({}, [adviser, { ...adviser, name: 'Marloes' }])
    const headings = [...people.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, heading]) => heading)
    expect(headings).toEqual(['Aanspreekpunt', 'Anti-pestcoördinator', 'Vertrouwenspersoon'])
    expect(people.split(texts.site.nobody)).toHaveLength(3)
    expect(people.match(/<li /g)).toHaveLength(2)
  })

  test('says whom to ask when no name was entered at all', () => {
    expect(placesOf({}, [])['site-people']).toBe(`<p class="notice">${texts.site.nobodyAtAll}</p>`)
  })

  test('dials the digits of the telephone number and shows it as the school writes it', () => {
    expect(placesOf({})['site-phone']).toContain('href="tel:0318123456">Bel 0318 - 12 34 56</a>')
    expect(placesOf({ phone: null })['site-phone']).toBe(`<p>${texts.site.noPhone}</p>`)
  })

  test('shows the fingerprint in groups, and the form', () => {
    const places = placesOf({})
    expect(places['site-key']).toContain('<span>7K3M</span> <span>Q2XW</span>')
    expect(places['site-tell']).toContain('href="/melden/"')
  })

  test('does not offer the form while the site can take no reports', () => {
    const places = placesOf({ fingerprint: null })
    expect(places['site-tell']).toBe(`<p class="notice">${texts.site.noKey}</p>`)
    expect(places['site-key']).toBe('')
  })
})

describe('whatever the school types stays text', () => {
  const hostile = `<img src=x onerror=alert(1)>"'&<!--fill:site-key--><script>`
  const escaped = '&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;&lt;!--fill:site-key--&gt;&lt;script&gt;'

  test.each([
    ['the name of a person', placesOf({}, [{ ...adviser, name: hostile }])['site-people']],
    ['how to reach a person', placesOf({}, [{ ...adviser, reach: hostile }])['site-people']],
    ['when to reach a person', placesOf({}, [{ ...adviser, hours: hostile }])['site-people']],
    ['the name of a site', placesOf({ name: hostile })['site-name']],
    ['the telephone number', placesOf({ phone: hostile })['site-phone']],
    ['the name in the list of sites', sitesPlaces([{ ...ede, name: hostile }], texts.list)['site-links']],
    ['the region', sitesPlaces([{ ...ede, region: hostile }], texts.list)['site-links']],
  ])('%s', (_, html) => {
    expect(html).toContain(escaped)
    expect(html).not.toMatch(/<img|<script|<!--/)
  })

  test('the address of a site', () => {
    const { 'site-links': links } = sitesPlaces([{ ...ede, id: '"><script>/../' }], texts.list)
    expect(links).toContain('href="/wie-helpt/%22%3E%3Cscript%3E%2F..%2F/"')
  })
})

describe('the list of sites', () => {
  test('leads to the page of each', () => {
    const { 'site-links': links } = sitesPlaces([ede, { ...ede, id: 'velp', name: 'Velp' }], texts.list)
    expect(links?.match(/href="[^"]*"/g)).toEqual(['href="/wie-helpt/ede/"', 'href="/wie-helpt/velp/"'])
  })

  test('says what to do while there are none', () => {
    expect(sitesPlaces([], texts.list)['site-links']).toBe(`<p>${texts.list.noSites}</p>`)
  })
})
