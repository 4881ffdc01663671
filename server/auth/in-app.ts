/** The running app's sign-in, and the server's own key. */
import { appDatabase } from '../database/in-app.ts'
import { serverSecret } from '../security/secret.ts'
import { staffAuth, type StaffAuth } from './staff-auth.ts'

let made: Promise<{ auth: StaffAuth, secret: string }> | undefined

async function make() {
  const opened = await appDatabase()
  const secret = await serverSecret(opened.db)
  return { secret, auth: staffAuth({ ...opened, secret, baseURL: process.env.PUBLIC_URL }) }
}

export function appAuth() {
  made ??= make()
  return made
}
