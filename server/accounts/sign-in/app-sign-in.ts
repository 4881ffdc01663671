/** The running app's sign-in, and the server's own key. */
import type { Provider } from '#shared/api/school/sign-in'
import { appDatabase } from '../../platform/database/app-database.ts'
import { serverSecret } from '../../platform/security/secret.ts'
import { settings as serverSettings } from '../../platform/settings.ts'
import { providersOf } from './providers.ts'
import { staffAuth, type AuthSettings, type StaffAuth } from './staff-auth.ts'

interface AppAuth {
  readonly secret: string
  readonly settings: AuthSettings
  /** Its cookies travel over https only. */
  readonly secure: StaffAuth
  /** For this machine without https. */
  readonly plain: StaffAuth
  /** With accounts elsewhere: apart, so that a password is taken also while another service does not answer. */
  readonly elsewhere: StaffAuth
  readonly providers: readonly Provider[]
}

let made: Promise<AppAuth> | undefined

async function make(): Promise<AppAuth> {
  const opened = await appDatabase()
  const secret = await serverSecret(opened.db)
  const providers = providersOf(serverSettings())
  // Links to this app in what Better Auth sends are used for sign-in elsewhere only, which needs PUBLIC_URL.
  const settings = { ...opened, secret, baseURL: serverSettings().ownUrl }
  const { microsoft, google, oidc } = providers
  return {
    secret,
    settings,
    secure: staffAuth({ ...settings, isHttps: true }),
    plain: staffAuth({ ...settings, isHttps: false }),
    elsewhere: staffAuth({ ...settings, providers }),
    providers: [
      ...(microsoft ? [{ id: 'microsoft' as const, name: 'Microsoft' }] : []),
      ...(google ? [{ id: 'google' as const, name: 'Google' }] : []),
      ...(oidc ? [{ id: 'oidc' as const, name: oidc.name }] : []),
    ],
  }
}

export function appAuth(): Promise<AppAuth> {
  made ??= make().catch((error: unknown) => {
    made = undefined
    throw error
  })
  return made
}
