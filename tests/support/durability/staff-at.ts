import { type Colleague, openKeys, signIn } from '../colleague.ts'
import { type SmallSchool, staffEmail, staffPassword } from './school-directory.ts'

/** The vertrouwenspersoon of the small school, signed in at the server of this address. */
export async function staffAt(origin: string, school: SmallSchool): Promise<Colleague> {
  return openKeys(
    await signIn((request) => fetch(readdressed(request, origin)), school.salt, staffEmail, staffPassword),
  )
}

/** The same request, as a browser on that address would send it. */
function readdressed(request: Request, origin: string): Request {
  const { pathname, search } = new URL(request.url)
  const moved = new Request(new URL(pathname + search, origin), request)
  moved.headers.delete('host')
  moved.headers.set('origin', origin)
  return moved
}
