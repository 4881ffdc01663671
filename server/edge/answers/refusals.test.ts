import { createApp, createError, createRouter, defineEventHandler, toWebHandler } from 'h3'
import { expect, it, onTestFinished } from 'vitest'
import { Refusal, type RefusalKind } from '../../platform/refusal.ts'
import { takeSettings } from '../../platform/settings.ts'
import { answeringDevice } from './device-answer.ts'
import { answerRefusal } from './refusals.ts'

/** @returns the answer to what a route throws */
async function answered(
  thrown: Error,
  route = defineEventHandler(() => Promise.reject(thrown)),
  headers: Readonly<Record<string, string>> = {},
) {
  const app = toWebHandler(createApp({ onError: answerRefusal }).use(createRouter().get('/', route)))
  const response = await app(new Request('http://localhost/', { headers }))
  const { stack: _, ...body } = await response.json() as Record<string, unknown>
  return { status: response.status, body }
}

it('a refusal is an answer of the API: a status, a sentence, and its details where it has any', async () => {
  expect(await answered(new Refusal('not-found', 'no-class'))).toEqual({
    status: 404,
    body: {
      statusCode: 404,
      statusMessage: 'There is no such class in your list. It may have been deleted, or no longer be shared with you.',
    },
  })
  expect(
    await answered(
      new Refusal('too-many', { key: 'tried-often', values: { wait: { key: 'wait-minutes', values: { count: 3 } } } }, { reason: 'code' }),
    ),
  ).toEqual({
    status: 429,
    body: {
      statusCode: 429,
      statusMessage: 'That was tried many times. Wait 3 minutes, then try again, or ask an admin of your school to help.',
      data: { reason: 'code' },
    },
  })
})

it('a refusal is said in the language that is asked for, with all that is said in it', async () => {
  takeSettings({ NUXT_PSEUDO_LANGUAGE: 'true' })
  onTestFinished(() => {
    takeSettings({})
  })
  const thrown = new Refusal('too-many', { key: 'tried-often', values: { wait: { key: 'wait-minutes', values: { count: 3 } } } }, {
    issues: [{ field: 'name', message: { key: 'name-unusable' } }, { field: 'year', message: 'as the schema says' }, 'a line'],
  })
  const { body } = await answered(thrown, undefined, { 'accept-language': 'ar-XB' })
  expect(body.statusMessage).toMatch(/^⟦Ţĥáţ [^A-Za-z]*3 [^A-Za-z]*⟧$/)
  expect(body.data).toMatchObject({
    issues: [{ field: 'name', message: expect.stringMatching(/^⟦Ţĥíś ñáṁé/) as string }, { message: 'as the schema says' }, 'a line'],
  })
})

const statuses: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  unsupported: 415,
  unusable: 422,
  'too-early': 423,
  'too-many': 429,
  broken: 500,
  unavailable: 503,
}
it.each(Object.entries(statuses))('%s is %d, which open pages of earlier releases rely on', async (kind, status) => {
  expect((await answered(new Refusal(kind as RefusalKind, 'form'))).status).toBe(status)
})

it('what is no refusal is left as it is', async () => {
  expect(await answered(createError({ statusCode: 418, statusMessage: 'Tea' }))).toMatchObject({
    status: 418,
    body: { statusMessage: 'Tea' },
  })
  expect(await answered(Object.assign(new Error('Nobody foresaw it.'), { data: 'secret' }))).toMatchObject({ status: 500 })
})

it('a device is told that a refusal is the server\'s, and what cannot be read; of what nobody foresaw nothing', async () => {
  const told = async (thrown: Error) => (await answered(thrown, answeringDevice('whos-there/events', () => Promise.reject(thrown)))).body
  expect(await told(new Refusal('conflict', 'lesson-closed', { closed: true, reason: 'closed' }))).toMatchObject({
    statusCode: 409,
    data: { kind: 'whos-there/events', closed: true, reason: 'closed' },
  })
  expect(await told(new Refusal('invalid', 'form', { issues: [] }))).toMatchObject({
    statusCode: 400,
    data: { kind: 'whos-there/events', reason: 'unreadable', issues: [] },
  })
  expect(await told(new Error('Nobody foresaw it.'))).not.toHaveProperty('data')
})
