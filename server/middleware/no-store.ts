/**
 * What is about people is kept by nobody on the way, nor by a browser that others use after them. A route that says otherwise
 * itself is heard.
 */
import { defineEventHandler, setResponseHeader } from 'h3'
import { isAboutPeople } from '../platform/security/about-people.ts'

export default defineEventHandler((event) => {
  if (isAboutPeople(event.path)) setResponseHeader(event, 'cache-control', 'no-store')
})
