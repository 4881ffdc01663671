/** The sixteen pictures that pupils sign in with. Their ids are stored in hashes, so none is ever renamed. */
export const loginPictures = [
  'fish', 'duck', 'frog', 'snail',
  'tree', 'sun', 'star', 'mushroom',
  'car', 'boat', 'rocket', 'umbrella',
  'apple', 'banana', 'cake', 'balloon',
] as const

export type LoginPicture = typeof loginPictures[number]

/** Three different ones, in order: 3,360 ways, and ten tries in a quarter of an hour. */
export const PICTURES_IN_PASSWORD = 3
