const key = 'vijfspoor-site'

/**
 * The site that somebody with several works on, the same on every page of this tab: choosing it anew on each page, sooner
 * or later somebody changes the wrong one. Which site it is tells nothing, so it may stay until the tab is closed.
 */
export class ChosenSite {
  #site = $state(remembered())

  choose(site: string): void {
    this.#site = site
    try {
      sessionStorage.setItem(key, site)
    } catch {
      // A browser that keeps nothing asks again on the next page.
    }
  }

  /** The one that was chosen, where it is among these; else the first. */
  among<Place extends Readonly<{ site: string }>>(places: readonly Place[]): Place | undefined {
    return places.find(({ site }) => site === this.#site) ?? places[0]
  }
}

function remembered(): string {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}
