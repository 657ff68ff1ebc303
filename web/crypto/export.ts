import { Encrypter } from 'age-encryption'

/** log₂ of scrypt's N: what `age -p` itself chooses. About a second on a PC, so let it run in a worker. */
const workFactor = 18

/**
 * An age file under a passphrase, which `age -d` opens anywhere.
 *
 * @param conversation - the text to save; it is not padded, as the file is the person's own.
 * @throws when the passphrase is empty.
 */
export async function exportConversation(conversation: string, passphrase: string): Promise<Uint8Array> {
  if (passphrase === '') throw new Error('an export needs a passphrase')
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(workFactor)
  encrypter.setPassphrase(passphrase)
  return encrypter.encrypt(conversation)
}
