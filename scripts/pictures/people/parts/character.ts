/** What defines a recurring person. One file a person in people/; the same options give the round picture and the figure in a scene. */

export interface Character {
  /** Part of the picture's id: people-<name>-<mood>. */
  name: string
  build: 'child' | 'adult'
  /** A head of the style openPeeps. */
  head: string
  skin: string
  /** A flat warm patch on the cheeks. */
  blush: string
  /** Colour of hair, where the head has a fill for it; other heads have hair in ink. */
  hair?: string
  /** Colour of hijab, turban or hair band. */
  headwear?: string
  glasses?: 'glasses2' | 'glasses5'
  beard?: 'full' | 'full2'
  earrings?: string
  /** Colour of a hearing aid behind the ear that can be seen. */
  hearingAid?: string
  top: string
  /** Second colour of the top: stripes, straps, a collar, buttons. */
  trim: string
  cut: 'tee' | 'stripes' | 'hoodie' | 'dungarees' | 'shirt' | 'cardigan' | 'dress' | 'jumper'
  sleeves: 'short' | 'long'
  trousers: string
  shoes: string
  /** What the round picture stands on. */
  backdrop: string
}
