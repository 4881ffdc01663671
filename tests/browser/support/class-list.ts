/** Pupils into a class that is there, as pages add them. */
import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import type { PupilPictures } from '#shared/api/classes'
import type { TakenList } from '#shared/api/rosters'

/** @returns what `POST /api/class-lists` takes */
export const listFor = (classId: string, names: readonly string[]) =>
  ({ id: randomUUID(), classes: [{ classId, name: '', year: '', staffIds: [], names, again: false }] })

export const pupilsIn = ({ classes }: TakenList): readonly PupilPictures[] => classes.flatMap(({ pupils }) => pupils)

/**
 * @param request of somebody of the staff
 * @param address of the server, where the request does not know it
 * @returns the pupils with their pictures, in order
 */
export async function addPupilsTo(request: APIRequestContext, classId: string, names: readonly string[], address = ''): Promise<readonly PupilPictures[]> {
  const answer = await request.post(`${address}/api/class-lists`, { data: listFor(classId, names) })
  if (!answer.ok()) throw new Error(`The list was not taken: ${answer.status()} ${await answer.text()}`)
  return pupilsIn(await answer.json() as TakenList)
}
