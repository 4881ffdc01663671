/** A face's id, as an author writes it where a picture's id may stand: `face-sam`, `face-sam-worried`. Apart: the player has no parts. */
export const FACE = 'face-'

/** Whether this is the id of a face, and not of a file. */
export const isFace = (id: string) => id.startsWith(FACE)
