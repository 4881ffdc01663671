/** Mail to staff, where the server has a way to send it. Pupils have no address here. */
import { forLog } from '../failure.ts'
import { settings } from '../settings.ts'

export const canMail = () => settings().mail !== undefined

/** What became of a mail; `none` where no mail server is set. */
export type Delivery = 'sent' | 'failed' | 'none'

/** Milliseconds: somebody is waiting for the answer. `SMTP_URL` can set others. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

export async function sendMail({
  to,
  subject,
  text,
}: {
  readonly to: string
  readonly subject: string
  readonly text: string
}): Promise<Delivery> {
  const { mail } = settings()
  if (!mail) return 'none'
  try {
    const { createTransport } = await import('nodemailer')
    await createTransport({ url: mail.url, ...PATIENCE }).sendMail({ from: mail.from, to, subject, text })
    return 'sent'
  }
  catch (error) {
    console.error(`A mail could not be sent: ${forLog(error).split('\n')[0]}`)
    return 'failed'
  }
}
