/** The pieces of which the activities of a package are put together, script and style (player/dist/activities.json). */

/** A piece of a file, with which activities it is for. */
export interface Piece {
  /** The types any of which needs it, in the order of their names; null where every lesson does. */
  readonly types: readonly string[] | null
  readonly text: string
}

/** In the order in which they go into the file. */
export interface ActivityPieces {
  readonly scripts: readonly Piece[]
  readonly styles: readonly Piece[]
  /** Areas of the player's words (the part before the full stop) that activities ask for, with the types that do. */
  readonly words: Readonly<Record<string, Piece['types']>>
}
