import type { InjectionKey } from 'vue'
import { LTI_KEY } from '#shared/api/lti-key'

type Headers = Readonly<Record<string, string>>
const COURSE: InjectionKey<Headers> = Symbol('course')

/** Of a page inside an LMS: whose it is, for every request of the page and its parts. @param key from its address */
export function provideCourse(key: string): Headers {
  const headers = { [LTI_KEY]: key }
  provide(COURSE, headers)
  return headers
}

/** @returns what the requests of a part say with them; null on pages of staff, who are signed in */
export const useCourseHeaders = (): Headers | null => inject(COURSE, null)
