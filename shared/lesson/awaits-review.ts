/** Whether a lesson has had a specialist's look. Apart from the schema of reviews, so that pages can ask without zod. */

/** Whose look a lesson and its pack wait for, as docs/content-review.md names them. */
export const reviewRoles = ['safeguarding lead', 'PSHE teacher', 'child-protection specialist'] as const

/** The role without whose look no lesson is called reviewed, whoever else has signed it. */
const SPECIALIST: typeof reviewRoles[number] = 'child-protection specialist'

/** Whether nobody of that role has signed a lesson yet: whoever assigns or exports it is told so. */
export const awaitsReview = (reviewedBy: readonly { readonly role: string }[]): boolean =>
  !reviewedBy.some(({ role }) => role.trim().toLowerCase() === SPECIALIST)
