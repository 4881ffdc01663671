/** `GET /api/lessons/<id>/parts`: which parts of a lesson, and which questions of its quiz, a class can be given. */
import { defineEventHandler } from 'h3'
import type { LessonParts } from '#shared/api/assignments'
import { choicesOf } from '#activities/assigned'
import { requestedLesson } from '../../../edge/request/requested-lesson.ts'

export default defineEventHandler(async (event): Promise<LessonParts> => choicesOf((await requestedLesson(event)).lesson))
