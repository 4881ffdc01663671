/** What a scene is: a few words of data, of which `compose.ts` makes a picture. */
/** A point in a field of 400 x 320: a person's waist, a thing's foot. */
export type Point = [x: number, y: number]

export const spots = ['left', 'middle', 'right'] as const
export const lights = ['day', 'evening', 'dusk', 'night', 'lamp', 'fog'] as const
export const focuses = ['wide', 'medium', 'close'] as const
export const moods = ['calm', 'smile', 'happy', 'worried', 'tired'] as const
export const views = ['front', 'profile', 'back', 'hands', 'hand'] as const
export const tints = ['lit', 'dark', 'warmth'] as const
/** What anybody can put on, beside what they always wear: headphones. */
export const extras = ['phones'] as const
/** `side`: sitting, the knees to where somebody looks. */
export const stances = ['stand', 'walk', 'sit', 'side'] as const

/** Arms are drawn once, as the left one; the right one is its mirror. A pose names both. */
export const poses = {
  stand: ['down', 'down'], hold: ['hold', 'hold'], one: ['down', 'hold'], raise: ['down', 'high'], wave: ['down', 'up'],
  think: ['cross', 'think'], reach: ['down', 'reach'], sit: ['lap', 'lap'], walk: ['hold', 'down'], hip: ['hip', 'down'],
  push: ['grip', 'grip'], hug: ['reach', 'reach'], point: ['down', 'point'], touch: ['down', 'touch'],
} as const
export const arms = ['down', 'hold', 'high', 'up', 'cross', 'think', 'reach', 'lap', 'hip', 'grip', 'point', 'touch'] as const

type Spot = typeof spots[number] | Point
type Pose = keyof typeof poses
type Light = typeof lights[number]

/** Something that stands somewhere. */
export interface Prop {
  readonly is: string
  readonly at: Spot
  readonly size?: number | undefined
  readonly flip?: boolean | undefined
  /** Degrees. */
  readonly turn?: number | undefined
  /** Before the people. */
  readonly front?: boolean | undefined
  readonly tint?: typeof tints[number] | undefined
  /** A word painted on it. */
  readonly label?: string | undefined
}

/** Somebody of the cast. */
export interface Actor {
  readonly who: string
  readonly at: Spot
  readonly size?: number | undefined
  readonly looks?: 'left' | 'right' | undefined
  readonly pose?: Pose | undefined
  readonly arms?: [left: typeof arms[number], right: typeof arms[number]] | undefined
  /** A full figure; without it the body runs on below the frame. */
  readonly legs?: typeof stances[number] | undefined
  readonly mood?: typeof moods[number] | undefined
  readonly holds?: string | undefined
  readonly rides?: string | undefined
  readonly wears?: typeof extras[number] | undefined
  /**
   * `front`: straight at whoever looks at the picture; `profile`: at somebody or something beside them; `back`: from behind; `hands`:
   * no head, for a close look; `hand`: one hand, on the shoulder of whoever was drawn before.
   */
  readonly view?: typeof views[number] | undefined
  readonly front?: boolean | undefined
}

/** What is drawn. */
export interface Picture {
  readonly place?: string | undefined
  readonly light?: Light | undefined
  /** What has to be in view, whatever the frame's shape. */
  readonly focus?: typeof focuses[number] | [x: number, y: number, width: number, height: number] | undefined
  /** The edge of a face is lit by what they hold, above the shade of the night. */
  readonly glow?: boolean | undefined
  readonly props?: readonly Prop[] | undefined
  readonly cast?: readonly Actor[] | undefined
}

/** A picture as markup, made once where a lesson is read; a page only shows it. */
export interface Drawn {
  /** The view box: the smallest window that holds what matters. A frame of another shape shows more around it. */
  readonly view: string
  /** Classes: register and light. */
  readonly look: string
  /** What stands inside `svg`, by `use` of the lesson's parts. */
  readonly art: string
}

/** A scene of a lesson: the picture, and its words. */
export interface Scene extends Picture {
  /** What is to be seen, for whoever does not see it. */
  readonly alt: string
  /** The id of a screen or of a story's scene whose picture is taken over, but for what is said here. */
  readonly like?: string | undefined
  /** Where or when, in a few words. */
  readonly caption?: string | undefined
  /** One speech bubble, read after the picture. */
  readonly says?: { readonly by: string, readonly text: string, readonly at?: 'left' | 'right' | undefined } | undefined
  readonly drawn?: Drawn | undefined
  /** Whose face goes with what is said about it: the one who is drawn last, and so stands nearest. */
  readonly who?: string | undefined
}
