/** What a phone or a key does that holds a passkey (WebAuthn, 6 and 7), without a browser. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/browser'

export interface Circumstances {
  /** Where the browser is. */
  readonly origin?: string
  /** Whether a finger, a face or a PIN was asked for. */
  readonly isOwnerThere?: boolean
  readonly counter?: number
}

const sha256 = (text: string | Buffer) => createHash('sha256').update(Uint8Array.from(Buffer.from(text))).digest()
const joined = (...parts: readonly (Buffer | string)[]) =>
  Buffer.concat(parts.map(part => Uint8Array.from(typeof part === 'string' ? Buffer.from(part, 'hex') : part)))
const text = (part: Buffer) => part.toString('base64url')

/** @returns a fresh authenticator with one passkey for `host` */
export function authenticator(host = 'localhost') {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)

  function data({ isOwnerThere = true, counter = 0 }: Circumstances, credential?: Buffer) {
    const flags = Buffer.from([1 | (isOwnerThere ? 4 : 0) | (credential ? 64 : 0)])
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return joined(sha256(host), flags, count, ...(credential ? [credential] : []))
  }
  const client = (type: string, challenge: string, { origin = 'http://localhost:3000' }: Circumstances) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const names = { id: text(id), rawId: text(id), type: 'public-key' as const, clientExtensionResults: {} }

  return {
    make(challenge: string, circumstances: Circumstances = {}): RegistrationResponseJSON {
      // The key in COSE and the whole in CBOR, whose marks stand here in hexadecimal digits.
      const key = joined('a5010203262001215820', Buffer.from(x, 'base64url'), '225820', Buffer.from(y, 'base64url'))
      const made = data(circumstances, joined(Buffer.alloc(16), '0010', id, key))
      const attestation = joined('a363666d74646e6f6e656761747453746d74a068617574684461746158', Buffer.from([made.length]), made)
      return {
        ...names,
        response: {
          clientDataJSON: text(client('webauthn.create', challenge, circumstances)),
          attestationObject: text(attestation),
          transports: ['internal'],
        },
      }
    },
    answer(challenge: string, circumstances: Circumstances = {}): AuthenticationResponseJSON {
      const [clientData, given] = [client('webauthn.get', challenge, circumstances), data(circumstances)]
      const signature = sign('sha256', Uint8Array.from(joined(given, sha256(clientData))), privateKey)
      return { ...names, response: { clientDataJSON: text(clientData), authenticatorData: text(given), signature: text(signature) } }
    },
  }
}
