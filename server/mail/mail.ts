/** Mail to staff, where the server has a way to send it. Pupils have no address here. */
export const canMail = (env: Readonly<Record<string, string | undefined>> = process.env) => Boolean(env.SMTP_URL && env.MAIL_FROM)

/** @returns whether the mail server took it */
export async function sendMail({ to, subject, text }: { readonly to: string, readonly subject: string, readonly text: string }): Promise<boolean> {
  const { createTransport } = await import('nodemailer')
  try {
    await createTransport(process.env.SMTP_URL).sendMail({ from: process.env.MAIL_FROM, to, subject, text })
    return true
  }
  catch (error) {
    console.error(`A mail could not be sent: ${error instanceof Error ? error.message : String(error)}`)
    return false
  }
}
