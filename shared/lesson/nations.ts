/** Nations of the UK: some help routes exist in one of them only. `uk` gives those that work everywhere. */
export const nations = ['uk', 'england', 'wales', 'scotland', 'northern-ireland'] as const
export type Nation = (typeof nations)[number]
