/**
 * What a package says of itself: title, description, keywords, language, age range, duration, objectives, licence.
 * SCORM 1.2 takes IMS metadata inside the manifest. The schemas of SCORM 2004 come without LOM's, so there it stands in a file of its own
 * that the manifest points to (`adlcp:location`, CAM §3.4.2.1), and the manifest stays valid.
 */
import { create } from 'xmlbuilder2'
import type { Lesson } from '#activities/lesson'
import { awaitsReview } from '#shared/lesson/awaits-review'
import { languageOf } from '#shared/text/language-of'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { say } from '../../platform/sentences.ts'
import { plainText } from './plain-text.ts'

export interface PackageMetadata {
  readonly identifier: string
  readonly title: string
  readonly description: string
  readonly keywords: readonly string[]
  readonly locale: string
  readonly ageRange: string
  readonly minutes: number
  readonly objectives: readonly string[]
}

/** Lessons are free to use and change under the same terms (LICENSE, CREDITS.md). */
const LICENCE = 'Creative Commons Attribution-ShareAlike 4.0 (CC BY-SA 4.0), https://creativecommons.org/licenses/by-sa/4.0/'

/** Where a SCORM 2004 package keeps its metadata. */
export const METADATA_FILE = 'metadata.xml'

/** @returns what one lesson, or several together, say of themselves */
export function metadataOf(identifier: string, title: string, lessons: readonly Lesson[]): PackageMetadata {
  const locale = lessons[0]?.locale ?? DEFAULT_LOCALE
  const ages = lessons.flatMap(({ band }) => band.split('-').map(Number))
  return {
    identifier,
    title: plainText(title),
    description: [
      ...lessons.map(({ summary }) => plainText(summary)),
      ...lessons.some(({ reviewedBy }) => awaitsReview(reviewedBy)) ? [say({ key: 'awaiting-review' }, locale)] : [],
    ].join(' '),
    keywords: [...new Set(lessons.flatMap(({ keywords }) => keywords))].map(plainText),
    locale,
    ageRange: `${Math.min(...ages)}-${Math.max(...ages)}`,
    minutes: lessons.reduce((sum, { minutes }) => sum + minutes, 0),
    objectives: lessons.flatMap(({ objectives }) => objectives.map(({ text }) => plainText(text))),
  }
}

/** @returns IMS metadata 1.2.1 for the manifest of SCORM 1.2, its elements in the schema's order */
export function imsMetadata({ identifier, title, description, keywords, locale, ageRange, minutes, objectives }: PackageMetadata) {
  const language = languageOf(locale).tag
  const words = (text: string) => ({ 'imsmd:langstring': { '@xml:lang': language, '#': text } })
  const vocabulary = (value: string) => ({
    'imsmd:source': { 'imsmd:langstring': { '@xml:lang': 'x-none', '#': 'LOMv1.0' } },
    'imsmd:value': { 'imsmd:langstring': { '@xml:lang': 'x-none', '#': value } },
  })
  return {
    'imsmd:general': {
      'imsmd:identifier': identifier,
      'imsmd:title': words(title),
      'imsmd:language': language,
      'imsmd:description': words(description),
      'imsmd:keyword': keywords.map(words),
    },
    'imsmd:educational': {
      'imsmd:learningresourcetype': vocabulary('Simulation'),
      'imsmd:intendedenduserrole': vocabulary('Learner'),
      'imsmd:typicalagerange': words(ageRange),
      'imsmd:typicallearningtime': { 'imsmd:datetime': duration(minutes) },
      'imsmd:language': language,
    },
    'imsmd:rights': {
      'imsmd:cost': vocabulary('no'),
      'imsmd:copyrightandotherrestrictions': vocabulary('yes'),
      'imsmd:description': words(LICENCE),
    },
    'imsmd:classification': objectives.map(objective => ({
      'imsmd:purpose': vocabulary('Educational Objective'),
      'imsmd:description': words(objective),
    })),
  }
}

/** @returns `metadata.xml` as IEEE LOM (IEEE 1484.12.3), for SCORM 2004 */
export function lomXml({ identifier, title, description, keywords, locale, ageRange, minutes, objectives }: PackageMetadata): string {
  const language = languageOf(locale).tag
  const words = (text: string) => ({ string: { '@language': language, '#': text } })
  const vocabulary = (value: string) => ({ source: 'LOMv1.0', value })
  return create({ version: '1.0', encoding: 'UTF-8' }, {
    lom: {
      '@xmlns': 'http://ltsc.ieee.org/xsd/LOM',
      general: {
        identifier: { catalog: 'URI', entry: `urn:whos-there:${identifier}` },
        title: words(title),
        language,
        description: words(description),
        keyword: keywords.map(words),
      },
      educational: {
        learningResourceType: vocabulary('simulation'),
        intendedEndUserRole: vocabulary('learner'),
        typicalAgeRange: words(ageRange),
        typicalLearningTime: { duration: duration(minutes) },
        language,
      },
      rights: { cost: vocabulary('no'), copyrightAndOtherRestrictions: vocabulary('yes'), description: words(LICENCE) },
      classification: objectives.map(objective => ({ purpose: vocabulary('educational objective'), description: words(objective) })),
    },
  }).end({ prettyPrint: true })
}

const duration = (minutes: number) => `PT${minutes}M`
