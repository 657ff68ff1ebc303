/**
 * "Verlaat deze site": empties the page and goes to the school's neutral page, by the link or by pressing Shift
 * three times. Nothing is stored. Without this script the link is a plain link to the same page.
 *
 * Islands hear `vijfspoor:exit` on the document before the page is emptied, and drop what they hold (answers, keys,
 * requests). It also comes when a page that holds answers is left in another way.
 */
const presses = { needed: 3, withinMilliseconds: 5_000 }
/** Longer than a browser needs to go back within one page; then leave anyway. */
const rewindMilliseconds = 150

const link = document.querySelector<HTMLAnchorElement>('a[data-quick-exit]')
if (link) listen(link)

function listen(link: HTMLAnchorElement): void {
  const address = link.href
  const { loading = '', twiceMore = '', onceMore = '' } = link.dataset
  const counter = document.querySelector('[data-quick-exit-count]')
  const holdsAnswers = document.querySelector('[data-holds-answers]') !== null
  // A page of this site in another tab would give it away as well.
  const otherTabs = new BroadcastChannel('vijfspoor:exit')
  let isLeaving = false

  async function leave(): Promise<void> {
    if (isLeaving) return
    isLeaving = true
    wipe()
    await rewind()
    // Replaces this page in the history: Back does not return to it.
    location.replace(address)
  }

  function wipe(): void {
    document.dispatchEvent(new CustomEvent('vijfspoor:exit'))
    const notice = document.createElement('p')
    notice.setAttribute('role', 'alert')
    notice.textContent = loading
    document.title = loading
    document.body.replaceChildren(notice)
  }

  link.addEventListener('click', (event) => {
    event.preventDefault()
    otherTabs.postMessage('')
    void leave()
  })
  otherTabs.addEventListener('message', () => void leave())

  countShifts((count) => {
    if (counter) counter.textContent = ['', twiceMore, onceMore, ''][count] ?? ''
    if (count < presses.needed) return
    otherTabs.postMessage('')
    void leave()
  })

  // Islands that guard against losing answers, or that follow the history, must not hold up or rename a left page.
  for (const type of ['beforeunload', 'popstate'] as const) {
    addEventListener(type, (event) => isLeaving && event.stopImmediatePropagation(), { capture: true })
  }

  // The back/forward cache keeps a page as it was, whatever Cache-Control says: keep nothing that was typed.
  addEventListener('pagehide', () => {
    if (holdsAnswers && !isLeaving) wipe()
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    if (isLeaving) location.replace(address)
    else if (holdsAnswers) location.reload()
  })
}

/**
 * The steps of a form are history entries of one page. Going back to the first of them before it is replaced leaves
 * no step behind the Back button. Browsers without the Navigation API skip this; a step then opens empty.
 */
async function rewind(): Promise<void> {
  const history = globalThis.navigation as Navigation | undefined
  const first = history?.entries().find((entry) => entry.sameDocument)
  if (!history || !first || first.key === history.currentEntry?.key) return
  const { committed, finished } = history.traverseTo(first.key)
  finished?.catch(() => undefined)
  const late = new Promise((resolve) => setTimeout(resolve, rewindMilliseconds))
  await Promise.race([committed?.catch(() => undefined), late])
}

/** Counts presses of Shift alone. Shift with another key or the mouse is typing or selecting, and starts over. */
function countShifts(tell: (count: number) => void): void {
  let count = 0
  let isCombined = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function startOver(): void {
    clearTimeout(timer)
    if (count === 0) return
    count = 0
    tell(count)
  }

  document.addEventListener('keydown', ({ key, ctrlKey, altKey, metaKey, repeat }) => {
    if (key === 'Shift' && repeat) return
    isCombined = key !== 'Shift' || ctrlKey || altKey || metaKey
    if (isCombined) startOver()
  })
  document.addEventListener('pointerdown', ({ shiftKey }) => {
    isCombined ||= shiftKey
  })
  document.addEventListener('keyup', ({ key }) => {
    if (key !== 'Shift' || isCombined) return
    count += 1
    if (count === 1) timer = setTimeout(startOver, presses.withinMilliseconds)
    tell(count)
  })
}
