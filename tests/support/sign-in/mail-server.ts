/** A real mail server on this machine that keeps what it is given, or refuses it. */
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

interface Mail {
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
}

/** Long lines come in pieces, and letters beyond ASCII encoded (quoted-printable or base64, RFC 2045, 6.7 and 6.8). */
function readable(body: string, head: string): string {
  if (/^Content-Transfer-Encoding: base64/mi.test(head)) return Buffer.from(body, 'base64').toString()
  const bytes = body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

/** @param refuses whether it takes no mail; @returns its address for `SMTP_URL`, and what it was given */
export async function startMailServer({ refuses = false } = {}) {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, answer) => answer(refuses ? new Error('This mailbox is full') : null),
    onData(stream, { envelope }, done) {
      void text(stream).then((raw) => {
        const [head = '', ...body] = raw.split('\r\n\r\n')
        mails.push({
          to: envelope.rcptTo.map(({ address }) => address),
          subject: /^Subject: (.*)$/m.exec(head)?.[1]?.trim() ?? '',
          text: readable(body.join('\r\n\r\n'), head),
        })
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const found = server.server.address()
  if (found === null || typeof found === 'string') throw new Error('no port')
  return { url: `smtp://127.0.0.1:${found.port}`, mails, stop: () => new Promise<void>(resolve => server.close(() => resolve())) }
}
