/** In an answer: the pupil has said words of their own, aloud. Nothing listens, so this is all that is known of them. */
export const ALOUD = 'aloud'
