/** What somebody made of letters, by letter, student and talk: another choice and back, or beginning anew, loses nothing. */
export class LetterDrafts {
  #drafts: Readonly<Record<string, string>> = $state.raw({})
  #before: Readonly<Record<string, string>> = $state.raw({})

  /** @param filled what stands there as long as nothing was typed. */
  at = (place: string, filled: string): string => this.#drafts[place] ?? filled

  write(place: string, written: string): void {
    this.#drafts = { ...this.#drafts, [place]: written }
  }

  beginAnew(place: string): void {
    const { [place]: draft = '', ...rest } = this.#drafts
    this.#before = { ...this.#before, [place]: draft }
    this.#drafts = rest
  }

  hasBefore = (place: string): boolean => this.#before[place] !== undefined

  takeBack(place: string): void {
    this.write(place, this.#before[place] ?? '')
  }
}
