/** The colours of the warm register (its tokens are in components/lesson/tokens.css) and the flat tints that pictures need. */

export const ink = '#1e2235'
export const white = '#fff'

export const teal = '#0b5f5a'
export const tealMid = '#4fa59c'
export const tealPale = '#cde9e3'

export const sun = '#ffc145'
export const sunPale = '#ffe6b3'

export const coralMid = '#e5745b'
export const coralPale = '#fbd3c6'

export const lilac = '#5b3aa6'
export const lilacMid = '#9d87d9'
export const lilacPale = '#e3daf6'

export const sky = '#d8eef5'

export const greyPale = '#e6e8ef'
