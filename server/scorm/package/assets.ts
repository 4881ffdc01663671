/** The built player and the pictures, by paths such as `player/player.js`, `player/xsd/<format>/<file>` and `pictures/<id>.svg`. */
export interface Assets {
  /** Rejects when there is no such file. */
  read(path: string): Promise<Uint8Array>
}
