import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'

/** Passkeys, where the browser knows them. What speaks with it is loaded when one is asked for. */
export function usePasskeys() {
  const { t } = useI18n()
  /** Known once the page is in the browser. */
  const isThere = ref(false)
  onMounted(() => {
    isThere.value = window.PublicKeyCredential !== undefined
  })

  /** @throws the sentence for a browser, or a person, that said no */
  async function ask<T>(call: (browser: typeof import('@simplewebauthn/browser')) => Promise<T>): Promise<T> {
    const browser = await import('@simplewebauthn/browser')
    return call(browser).catch((error: unknown) => {
      const isKnown = error instanceof browser.WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
      throw createError({ statusCode: 400, statusMessage: t(isKnown ? 'passkeys.known' : 'passkeys.refused') })
    })
  }
  const make = (optionsJSON: PublicKeyCredentialCreationOptionsJSON) => ask(browser => browser.startRegistration({ optionsJSON }))
  const answer = (optionsJSON: PublicKeyCredentialRequestOptionsJSON) => ask(browser => browser.startAuthentication({ optionsJSON }))
  return { isThere, make, answer }
}
