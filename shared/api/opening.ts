/** Minutes: the longest time for which names can be seen with a class's code alone, a school day. */
export const LONGEST_OPEN = 8 * 60
