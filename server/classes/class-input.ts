/** What requests about classes and pupils may say. */
import { z } from 'zod'
import { id } from '#shared/api/fields'
import { loginPictures, PICTURES_IN_PASSWORD } from '#shared/people/login-pictures'
import { LONGEST_NAME, MOST_PUPILS } from '#shared/people/pupil-names'
import { tidyName } from '#shared/text/tidy-text'
import { LONGEST_OPEN } from './classes.ts'

/** A name that is longer is told so with its row, so this only keeps out what nobody types. */
const anyName = z.string().max(500)

export const ClassName = z.strictObject({ name: anyName.transform(tidyName).pipe(z.string().min(1).max(LONGEST_NAME)) })
export const TypedName = z.strictObject({ name: anyName })
export const Archived = z.strictObject({ archived: z.boolean() })
export const OpenFor = z.strictObject({ minutes: z.number().int().min(0).max(LONGEST_OPEN) })
export const NewPupils = z.strictObject({ names: z.array(anyName).min(1).max(MOST_PUPILS) })
export const SomePupils = z.strictObject({ pupilIds: z.array(id).min(1).max(MOST_PUPILS) })
export const ChangedPupil = z.union([z.strictObject({ name: anyName }), z.strictObject({ classId: id })])

export const TypedCode = z.strictObject({ code: z.string().max(100) })
const pictures = z.array(z.enum(loginPictures)).length(PICTURES_IN_PASSWORD)
export const JoinRequest = z.union([
  z.strictObject({ classCode: z.string().max(100), pupilId: id, pictures }),
  z.strictObject({ key: z.string().min(1).max(100), pictures }),
])
