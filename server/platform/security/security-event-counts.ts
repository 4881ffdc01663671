/**
 * How often somebody was refused on this server (OWASP ASVS 11.1.7, 11.1.8): counts by the hour, for all of its processes
 * together, of nobody in particular.
 */
import type { Db } from '../database/client.ts'
import type { Row } from '../database/schema.ts'

export type CountedEvent = Row<'happening'>['event']
export type SecurityEventCounts = Readonly<Record<CountedEvent, number>>

/** `YYYY-MM-DDTHH`, which sorts as it should. */
const hourOf = (moment: number) => new Date(moment).toISOString().slice(0, 13)
const DAY = 24 * 60 * 60_000

export async function addSecurityEvents(db: Db, event: CountedEvent, count: number, now = Date.now()) {
  await db
    .insertInto('happening')
    .values({ hour: hourOf(now), event, count })
    .onConflict(conflict => conflict.columns(['hour', 'event']).doUpdateSet(({ eb }) => ({ count: eb('happening.count', '+', count) })))
    .execute()
}

/** @returns the counts of the last 24 hours, by whole hours */
export async function securityEventsOfLastDay(db: Db, now = Date.now()): Promise<SecurityEventCounts> {
  const rows = await db
    .selectFrom('happening')
    .select(({ fn }) => ['event', fn.sum<number>('count').as('count')])
    .where('hour', '>', hourOf(now - DAY))
    .groupBy('event')
    .execute()
  const countOf = (event: CountedEvent) => Number(rows.find(row => row.event === event)?.count ?? 0)
  return { 'wrong-try': countOf('wrong-try'), limit: countOf('limit'), refused: countOf('refused') }
}
