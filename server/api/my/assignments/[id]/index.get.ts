/** `GET /api/my/assignments/<id>`: the lesson of an assignment, and where this pupil is in it, without what was chosen. */
import { defineEventHandler } from 'h3'
import type { MyLesson } from '#shared/api/my'
import type { PlayerLesson } from '#activities/lesson'
import { requestedMyLesson } from '../../../../edge/request/my-lesson.ts'

export default defineEventHandler((event): Promise<MyLesson<PlayerLesson>> => requestedMyLesson(event))
