import { describe, expect, test } from 'vitest'
import type { FunctionPage } from '../../../../web/islands/function-page/function-page-api.ts'
import { guideAsHtml, guideAsText, guideOf } from '../../../../web/islands/function-page/school-guide.ts'
import page from '../../../../web/text/nl/team-who-helps.ts'
import whoHelps from '../../../../web/text/nl/who-helps.ts'

const person = { reach: null, hours: null, isExternal: false, photoMark: null } as const
const ede: FunctionPage = {
  site: 'ede',
  name: 'Ede',
  phone: '0318 12 34 56',
  people: [
    { ...person, role: 'contactPerson', holder: 'a', name: 'Anna Aker', reach: 'Kamer 1', hours: 'maandag' },
    { ...person, role: 'confidentialAdviser', holder: 'v', name: 'Vera <Visser>', isExternal: true },
  ],
}
const about = { school: 'Aeres & Co', day: '24 november 2026', origin: 'https://school.test' }
const words = { guide: page.guide, outside: page.outside, roles: whoHelps.site.roles }
const guide = guideOf([ede, { ...ede, site: 'velp', name: 'Velp', phone: null, people: [] }], about, words)

describe('the guide', () => {
  test('as text names who helps, how, the day it was made and where the newest is', () => {
    expect(guideAsText(guide)).toBe(
      [
        'Wie helpt op Aeres & Co',
        'Stand van 24 november 2026.',
        '',
        'Ede',
        'Telefoon: 0318 12 34 56',
        'Aanspreekpunt: Anna Aker; Kamer 1; wanneer: maandag',
        'Anti-pestcoördinator: nog niet bekend',
        'Vertrouwenspersoon: Vera <Visser> (van buiten de school)',
        'Altijd de nieuwste gegevens: https://school.test/wie-helpt/ede/',
        '',
        'Velp',
        'Aanspreekpunt: nog niet bekend',
        'Anti-pestcoördinator: nog niet bekend',
        'Vertrouwenspersoon: nog niet bekend',
        'Altijd de nieuwste gegevens: https://school.test/wie-helpt/velp/',
      ].join('\n'),
    )
  })

  test('as HTML is the same, with names as the text they are and the address as a link', () => {
    const html = guideAsHtml(guide)
    expect(html).toContain('<h2>Wie helpt op Aeres &amp; Co</h2>')
    expect(html).toContain('<li><strong>Vertrouwenspersoon:</strong> Vera &lt;Visser&gt; (van buiten de school)</li>')
    expect(html).toContain('<a href="https://school.test/wie-helpt/ede/">https://school.test/wie-helpt/ede/</a>')
    expect(html).not.toContain('<Visser>')
  })
})
