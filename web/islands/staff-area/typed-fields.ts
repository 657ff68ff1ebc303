import { text, utf8 } from '../../crypto/bytes.ts'
import { open, seal } from '../../crypto/sealing.ts'

/** One field as it stood when the page locked. */
export type TypedField = Readonly<{ label: string; value: string }>

type Field = HTMLInputElement | HTMLTextAreaElement

/**
 * What somebody was typing when the page locked. The page is made anew after unlocking, perhaps with another form, so it
 * is not put back into fields: it is shown, for the same person alone. Until then it is sealed to their own key.
 */
export class TypedFields {
  #touched: Field[] = []
  #sealed: Promise<Uint8Array | null> = Promise.resolve(null)

  /** For each `input` event on the page. */
  note({ target }: Event): void {
    if (!isTyped(target) || this.#touched.includes(target)) return
    this.#touched = [...this.#touched.filter(({ isConnected }) => isConnected), target]
  }

  /** Just before the page goes away. */
  seal(recipient: string): void {
    const fields = this.#touched
      .filter(({ isConnected, value }) => isConnected && value.trim() !== '')
      .map((field): TypedField => ({ label: labelOf(field), value: field.value }))
    this.#touched = []
    if (fields.length > 0) this.#sealed = seal(utf8(JSON.stringify(fields)), recipient).catch(() => null)
  }

  /** Once, and only to whoever typed it. */
  async take(identity: string): Promise<readonly TypedField[]> {
    const sealed = await this.#sealed
    this.forget()
    return sealed === null
      ? []
      : await open(sealed, identity).then(
          (bytes) => JSON.parse(text(bytes)),
          () => [],
        )
  }

  forget(): void {
    this.#touched = []
    this.#sealed = Promise.resolve(null)
  }
}

/** A field that keeps its own draft says so; passwords and codes are for typing again. */
const isTyped = (target: EventTarget | null): target is Field =>
  (target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement &&
      ['text', 'search', 'email', 'tel', 'date', 'number'].includes(target.type))) &&
  target.dataset['keeps'] === undefined &&
  target.autocomplete !== 'one-time-code' &&
  target.name !== 'password'

const labelOf = (field: Field): string => field.labels?.[0]?.innerText.trim() || (field.ariaLabel ?? '')
