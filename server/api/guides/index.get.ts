/** Every guide, by what it is for. */
import { defineEventHandler, getQuery } from 'h3'
import type { GuideGroup } from '#shared/api/prose'
import { localeIn } from '../../edge/request/locale-in.ts'
import { guideGroups } from '../../content/app/app-prose.ts'

export default defineEventHandler((event): Promise<GuideGroup[]> => guideGroups(localeIn(getQuery(event))))
