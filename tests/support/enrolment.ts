import { randomFillSync } from 'node:crypto'
import { stretchPasswordNatively } from '../../db/demo/native-stretch.ts'
import { fromBase64Url, toBase64Url } from '../../web/crypto/bytes.ts'
import { makeStaffKeys, openWithSheet, sealForSheet } from '../../web/crypto/new-staff-keys.ts'
import { deriveRecoveryKeys, makeSheet, type SheetCode } from '../../web/crypto/recovery-sheet.ts'
import { type StaffBox, sealStaffBox } from '../../web/crypto/staff-box.ts'
import { deriveStaffSecrets } from '../../web/crypto/staff-secrets.ts'
import type { School } from './school.ts'
import { sendJson } from './school-api.ts'

export const random = (bytes: number) => randomFillSync(new Uint8Array(bytes))

type Schooled = Pick<School, 'api' | 'salt'>

/** What a browser makes of a password: what signs in, and a box that the other half opens. */
export async function sealForPassword({ salt }: Pick<School, 'salt'>, email: string, password: string, box: StaffBox) {
  const secrets = await deriveStaffSecrets(await stretchPasswordNatively(password, email, salt))
  return {
    authentication: secrets.authentication,
    box: toBase64Url(await sealStaffBox(box, secrets.unlockRecipient)),
  }
}

/** As the page of an invitation does it, once the sheet has been typed over. */
export async function enrol(school: Schooled, token: string, email: string, password: string) {
  const { box, ...publicKeys } = await makeStaffKeys(random)
  const sheet = makeSheet('personal', random)
  const body = {
    ...{ token, ...publicKeys },
    ...(await sealForPassword(school, email, password, box)),
    ...(await sealForSheet(box, sheet)),
  }
  return { answer: await sendJson(school.api, 'POST', '/api/enrolment', body), body, box, sheet }
}

/** The keys that somebody gets back with a sheet. @throws the refusal. */
export async function openBySheet({ api }: Schooled, email: string, sheet: SheetCode<'personal'>): Promise<StaffBox> {
  const proof = toBase64Url((await deriveRecoveryKeys(sheet)).proof)
  const { body, status } = await sendJson(api, 'POST', '/api/recovery/box', { email, proof })
  if (status !== 200) throw new Error(`refused: ${(body as { refusal: string }).refusal}`)
  return openWithSheet(fromBase64Url((body as { box: string }).box), sheet)
}

/** As the page for who forgot the password does it. @param keptPasskeys - by id; the others go. */
export async function recover(
  school: Schooled,
  email: string,
  sheet: SheetCode<'personal'>,
  password: string,
  keptPasskeys: readonly string[] = [],
) {
  const box = await openBySheet(school, email, sheet)
  const proof = toBase64Url((await deriveRecoveryKeys(sheet)).proof)
  const body = { email, proof, keptPasskeys, ...(await sealForPassword(school, email, password, box)) }
  return { answer: await sendJson(school.api, 'POST', '/api/recovery', body), box }
}
