/** A school's logo: what it really is, whatever it calls itself. */
import { imageSize } from 'image-size'
import { LOGO_LIMIT } from '#shared/scorm/export-options'
import { Refusal } from '../../platform/refusal.ts'

export interface Logo {
  /** Path in the package. */
  readonly path: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

const mediaTypes: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' }

/** Larger pictures cost memory on old tablets, and a logo is shown at 128 by 48 pixels. */
const MOST_PIXELS = 2_000

/**
 * @param dataUrl `data:image/png;base64,…`, already bounded in length by the options' schema
 * @throws `invalid` when it is no PNG, JPEG or WebP picture, or too large. An SVG is refused: it can carry scripts
 */
export function readLogo(dataUrl: string): Logo {
  const bytes = new Uint8Array(Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64'))
  if (bytes.length > LOGO_LIMIT)
    throw new Refusal('invalid', { key: 'logo-too-large', values: { size: Math.ceil(bytes.length / 1000), most: LOGO_LIMIT / 1000 } })
  const { type = '', width, height } = measured(bytes)
  const mediaType = mediaTypes[type]
  if (!mediaType) throw new Refusal('invalid', 'logo-no-picture')
  if (!(width >= 1 && height >= 1 && width <= MOST_PIXELS && height <= MOST_PIXELS)) {
    throw new Refusal('invalid', { key: 'logo-too-many-pixels', values: { width, height, most: MOST_PIXELS } })
  }
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
