import { expect, type Page } from '@playwright/test'

/** Nothing sticks out, so that nobody has to scroll in two directions; nothing is cut off. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const isShown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`
    const elements = [...document.body.querySelectorAll('*')].filter(isShown)
    const wide = elements.filter((element) => element.getBoundingClientRect().right > width + 1)
    const cut = elements.filter((element) => {
      // A field scrolls by itself what does not fit.
      if (element.closest('.visually-hidden, input')) return false
      return /hidden|clip/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1
    })
    const page = document.scrollingElement?.scrollWidth ?? 0
    return { sideways: page > width, wide: wide.map(name), cut: cut.map(name) }
  })
  expect(found).toEqual({ sideways: false, wide: [], cut: [] })
}

/** The values of WCAG 1.4.12, which a reader may set for themselves. */
export async function setTextSpacing(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })
}

/** Every control is as large as a thumb needs; a link within a sentence is as large as its words. */
export async function expectTargets(page: Page, pixels: number): Promise<void> {
  const small = await page.evaluate((least) => {
    const controls = 'a[href], button, input, select, textarea, summary, [role="button"], [tabindex="0"]'
    const isWithinSentence = (element: Element) => {
      if (getComputedStyle(element).display !== 'inline') return false
      const around = element.closest('p, li, dd, td, h1, h2, h3, label')
      return around !== null && (around.textContent ?? '').trim().length > (element.textContent ?? '').trim().length
    }
    const boxOf = (element: Element) => {
      const box = element.getBoundingClientRect()
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
      if (labels.length === 0) return { width: box.width, height: box.height }
      // A press on the label counts, wherever its styles stretch it to: try how far from the middle it still answers.
      element.scrollIntoView({ block: 'center' })
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const answers = (across: number, down: number) => {
        const hit = document.elementFromPoint((left + right) / 2 + across, (top + bottom) / 2 + down)
        return hit !== null && [element, ...labels].some((part) => part.contains(hit))
      }
      const reach = (across: number, down: number) => {
        let pixels = 0
        while (pixels < 100 && answers(across * pixels, down * pixels)) pixels += 1
        return pixels
      }
      return { width: reach(-1, 0) + reach(1, 0), height: reach(0, -1) + reach(0, 1) }
    }
    return [...document.querySelectorAll(controls)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => !element.closest('.visually-hidden') && element.getBoundingClientRect().width > 1)
      .filter((element) => !isWithinSentence(element))
      .map((element) => ({ name: element.outerHTML.slice(0, 120), ...boxOf(element) }))
      .filter(({ width, height }) => Math.round(width) < least || Math.round(height) < least)
  }, pixels)
  expect(small, `controls smaller than ${pixels} px`).toEqual([])
}

/** Goes through the whole page with Tab: what has focus shows it and never hides behind what sticks to the screen. */
export async function expectVisibleFocus(page: Page): Promise<number> {
  await page.evaluate(() => {
    scrollTo(0, 0)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  const hidden: string[] = []
  let stops = 0
  for (; stops < 80; stops += 1) {
    await page.keyboard.press('Tab')
    const focus = await page.evaluate(describeFocus)
    if (focus === null) break
    if (focus.problem) hidden.push(focus.problem)
    if (focus.isLast) {
      stops += 1
      break
    }
  }
  expect(hidden).toEqual([])
  expect(stops).toBeGreaterThan(1)
  return stops
}

function describeFocus(): { problem: string; isLast: boolean } | null {
  const focused = document.activeElement
  if (!focused || focused === document.body) return null
  const box = focused.getBoundingClientRect()
  const style = getComputedStyle(focused)
  const isBehind = (left: number, top: number) => {
    const above = document.elementFromPoint(left, top)
    return above !== null && !above.contains(focused) && !focused.contains(above)
  }
  const middle = (box.left + box.right) / 2
  const covered = isBehind(middle, box.top + 2) && isBehind(middle, (box.top + Math.min(box.bottom, innerHeight)) / 2)
  const problems = [
    covered && 'is under something else',
    (box.bottom <= 0 || box.top >= innerHeight) && 'is outside the screen',
    style.outlineStyle === 'none' && style.boxShadow === 'none' && 'does not show that it has focus',
  ].filter(Boolean)
  const tabbable = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
  ]
  const isLast = tabbable.filter((element) => element.tabIndex >= 0 && element.checkVisibility()).at(-1) === focused
  return { problem: problems.length > 0 ? `${focused.outerHTML.slice(0, 100)} ${problems.join(', ')}` : '', isLast }
}
