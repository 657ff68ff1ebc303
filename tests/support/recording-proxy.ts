import { once } from 'node:events'
import { createServer, type IncomingMessage, request as sendRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Place } from './leaks/search.ts'

type Message = Readonly<{ head: string; body: Buffer }>

/** One request with its answer as they crossed the wire: nothing decompressed, no header left out. */
export type Exchange = Readonly<{ line: string; request: Message; response: Message }>

export type RecordingProxy = Readonly<{ url: string; tape: readonly Exchange[]; close(): Promise<void> }>

/** Stands between browser and server and keeps every byte that passes, as whoever owns the network could. */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const tape: Exchange[] = []
  const proxy = createServer(async (incoming, outgoing) => {
    try {
      const line = `${incoming.method} ${incoming.url}`
      const request = { head: headOf(line, incoming), body: await buffer(incoming) }
      const answer = await forward(target, incoming, request.body)
      const response = { head: headOf(`${answer.statusCode}`, answer), body: await buffer(answer) }
      tape.push({ line, request, response })
      outgoing.writeHead(answer.statusCode ?? 502, endToEnd(answer.rawHeaders)).end(response.body)
    } catch {
      // Either side broke off; the other one has to notice.
      outgoing.destroy()
    }
  })
  proxy.listen(0, 'localhost')
  await once(proxy, 'listening')
  const close = async () => {
    proxy.closeAllConnections()
    proxy.close()
    await once(proxy, 'close')
  }
  return { url: `http://localhost:${(proxy.address() as AddressInfo).port}`, tape, close }
}

/** All that was recorded, cut where one coding may end and another begin. */
export function* placesOnTape(tape: readonly Exchange[]): Generator<Place> {
  for (const { line, request, response } of tape) {
    yield { name: `head of ${line}`, bytes: Buffer.from(request.head) }
    yield { name: `body of ${line}`, bytes: request.body }
    yield { name: `head of the answer to ${line}`, bytes: Buffer.from(response.head) }
    yield { name: `answer to ${line}`, bytes: response.body }
  }
}

async function forward(target: string, incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  const { method = 'GET', url = '/', rawHeaders } = incoming
  // The Host stays the one the browser knows, so that the server sees requests of its own origin.
  const request = sendRequest(new URL(url, target), { method, headers: endToEnd(rawHeaders), setHost: false })
  request.end(body)
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  return answer
}

const headOf = (line: string, { rawHeaders }: IncomingMessage) => `${line}\r\n${pairs(rawHeaders).join('\r\n')}\r\n\r\n`

const pairs = (raw: readonly string[]) =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${raw[index + 1]}`] : []))

/** Without the headers that are about this one connection. */
const endToEnd = (raw: readonly string[]) =>
  raw.filter((_, index) => !/^(connection|keep-alive|transfer-encoding)$/i.test(raw[index - (index % 2)] ?? ''))
