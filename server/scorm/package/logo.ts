/** A school's logo: what it really is, whatever it calls itself. */
import { imageSize } from 'image-size'
import { LOGO_LIMIT } from '#shared/scorm/export-options'

export interface Logo {
  /** Path in the package. */
  readonly path: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

const mediaTypes: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' }

/** Larger pictures cost memory on old tablets, and a logo is shown at 128 by 48 pixels. */
const MOST_PIXELS = 2_000

/** The picture cannot be used; the message says what to do. */
export class LogoError extends Error {}

/**
 * @param dataUrl `data:image/png;base64,…`, already bounded in length by the options' schema
 * @throws {LogoError} when it is no PNG, JPEG or WebP picture, or too large. An SVG is refused: it can carry scripts
 */
export function readLogo(dataUrl: string): Logo {
  const bytes = new Uint8Array(Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64'))
  if (bytes.length > LOGO_LIMIT) throw new LogoError(`The logo has ${Math.ceil(bytes.length / 1000)} kB; at most ${LOGO_LIMIT / 1000} kB fit. Save it smaller, for example 400 pixels wide.`)
  const { type = '', width, height } = measured(bytes)
  const mediaType = mediaTypes[type]
  if (!mediaType) throw new LogoError('The logo is not a PNG, JPEG or WebP picture. Save it as PNG and choose it again. (SVG is not taken, because it can hold scripts.)')
  if (!(width >= 1 && height >= 1 && width <= MOST_PIXELS && height <= MOST_PIXELS)) throw new LogoError(`The logo is ${width} by ${height} pixels; at most ${MOST_PIXELS} each way. Save it smaller.`)
  return { path: `school/logo.${type}`, mediaType, bytes }
}

function measured(bytes: Uint8Array): { type?: string, width: number, height: number } {
  try {
    return imageSize(bytes)
  }
  catch {
    return { width: 0, height: 0 }
  }
}
