/** Mail to staff, where the server has a way to send it. Pupils have no address here. */
import { forLog } from '../failure.ts'

export const canMail = (env: Readonly<Record<string, string | undefined>> = process.env) => Boolean(env.SMTP_URL && env.MAIL_FROM)

/** What became of a mail; `none` where no mail server is set. */
export type Delivery = 'sent' | 'failed' | 'none'

/** Milliseconds: somebody is waiting for the answer. `SMTP_URL` can set others. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

export async function sendMail({ to, subject, text }: { readonly to: string, readonly subject: string, readonly text: string }): Promise<Delivery> {
  if (!canMail()) return 'none'
  try {
    const { createTransport } = await import('nodemailer')
    await createTransport({ url: process.env.SMTP_URL, ...PATIENCE }).sendMail({ from: process.env.MAIL_FROM, to, subject, text })
    return 'sent'
  }
  catch (error) {
    console.error(`A mail could not be sent: ${forLog(error).split('\n')[0]}`)
    return 'failed'
  }
}
