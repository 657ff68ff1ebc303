import { type Colleague, openKeys, type SignedIn, signIn } from './colleague.ts'
import { mailOf, password, type School } from './school.ts'

/** Somebody of the small school, signed in. @param who - as in `people` of school.ts. */
export const signInAs = (school: School, who: string, site?: string): Promise<SignedIn> =>
  signIn(school.app.fetch, school.salt, mailOf(who, site), password)

/** Somebody of the small school with their keys open. */
export const colleague = async (school: School, who: string, site?: string): Promise<Colleague> =>
  openKeys(await signInAs(school, who, site))

export const holderOf = (school: School, who: string): string => {
  const member = school.site.staff.find(({ email }) => email === mailOf(who))
  if (!member) throw new Error(`nobody is called ${who}`)
  return member.holder
}
