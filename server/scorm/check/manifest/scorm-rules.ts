/** Rules about the parts of a manifest that differ between the versions of SCORM. */
import type { Archive } from '../archive/archive.ts'
import { fileAt, targetOf, whyMissing } from '../archive/addresses.ts'
import { error, note, quoted, type Problem, type Rule } from '../archive/findings.ts'
import { is2004, type Manifest } from './manifest-model.ts'
import { manifestFile, namespaces } from './manifest-names.ts'
import { schemaLocationsIn } from './schema-imports.ts'

const at = (line: number) => ({ file: manifestFile, line })

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)$/

const masteryScore: Rule<Manifest> = {
  id: 'mastery-score',
  * check({ elements, kind }) {
    for (const { text, line } of elements.filter(({ local, name }) => local === 'masteryscore' && name.includes(':'))) {
      const score = text.trim()
      if (is2004(kind))
        yield error(
          '<adlcp:masteryscore> belongs to SCORM 1.2. In SCORM 2004 write a primary objective with <imsss:minNormalizedMeasure>.',
          at(line),
        )
      else if (!decimal.test(score) || Number(score) < 0 || Number(score) > 100)
        yield error(`The mastery score is ${quoted(score)}. Write a number from 0 to 100.`, at(line))
      else
        yield note(
          `The manifest has a mastery score of ${score}: platforms then set passed or failed themselves, as soon as the lesson reports any score. If the lesson does so itself, leave it out.`,
          at(line),
        )
    }
  },
}

const completionThreshold: Rule<Manifest> = {
  id: 'completion-threshold',
  * check({ elements, kind }) {
    for (const { text, line, attributes } of elements.filter(({ local }) => local === 'completionThreshold')) {
      const value = text.trim()
      if (kind === 'scorm12') yield error('<adlcp:completionThreshold> belongs to SCORM 2004. Take it out.', at(line))
      else if (kind === 'scorm2004-4') {
        if (value !== '')
          yield error(
            'In the 4th edition <adlcp:completionThreshold> is empty and has attributes: completedByMeasure, minProgressMeasure, progressWeight. Write it so.',
            at(line),
          )
        const measure = attributes.find(({ local }) => local === 'minProgressMeasure')?.value
        if (measure !== undefined && !fraction(measure))
          yield error(`minProgressMeasure is ${quoted(measure)}. Write a number from 0 to 1.`, at(line))
      }
      else if (attributes.length > 0)
        yield error(
          '<adlcp:completionThreshold> with attributes belongs to the 4th edition. Before it, the number stands in the element.',
          at(line),
        )
      else if (!fraction(value))
        yield error(`The completion threshold is ${quoted(value)}. Write a number from 0 to 1 in the element.`, at(line))
    }
  },
}

function fraction(text: string): boolean {
  return decimal.test(text.trim()) && Number(text) >= 0 && Number(text) <= 1
}

const only2004 = new Set<string | null>([namespaces.imsss, namespaces.adlseq, namespaces.adlnav])

const sequencing: Rule<Manifest> = {
  id: 'sequencing',
  * check({ elements, kind }) {
    if (is2004(kind)) return
    const found = elements.find(
      ({ namespace, attributes }) => only2004.has(namespace) || attributes.some(attribute => only2004.has(attribute.namespace)),
    )
    if (found)
      yield error(
        `<${found.name}> belongs to SCORM 2004: sequencing and navigation rules mean nothing in SCORM 1.2. Take them out, or export as SCORM 2004.`,
        at(found.line),
      )
  },
}

/** ADL's own checker refuses a package without a schema that its manifest names for a namespace it uses. */
export const schemaFiles: Rule<{ readonly manifest: Manifest, readonly archive: Archive }> = {
  id: 'schema-files',
  * check({ manifest: { elements }, archive }) {
    const used = new Set(elements.flatMap(({ namespace, attributes }) => [namespace, ...attributes.map(attribute => attribute.namespace)]))
    const waiting: { address: string, from: string, line: number }[] = []
    for (const { attributes, line } of elements) {
      const locations = attributes.find(({ name }) => name === 'xsi:schemaLocation')?.value.trim().split(/\s+/) ?? []
      if (locations.length % 2 !== 0)
        yield error('xsi:schemaLocation has to be pairs of a namespace and a file. One of them has no partner.', at(line))
      for (let index = 0; index + 1 < locations.length; index += 2) {
        if (used.has(locations[index] ?? '')) waiting.push({ address: locations[index + 1] ?? '', from: manifestFile, line })
      }
    }
    yield* present(waiting, archive)
  },
}

/** In the order of the report; `schemaFiles` also looks into the package. */
export const scormRules = [masteryScore, completionThreshold, sequencing]

function* present(waiting: { address: string, from: string, line: number }[], archive: Archive): Generator<Problem> {
  const seen = new Set<string>()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const target = targetOf(next.address, next.from.slice(0, next.from.lastIndexOf('/') + 1))
    if (target.where !== 'package' || seen.has(target.path)) continue
    seen.add(target.path)
    const name = fileAt(archive, target.path)
    if (name === null) {
      yield error(`The schema ${quoted(next.address)} ${whyMissing(archive, target.path)}. Checkers refuse a package without it.`, {
        file: next.from,
        line: next.line,
      })
      continue
    }
    for (const { address, line } of schemaLocationsIn(archive.text(name) ?? '')) waiting.push({ address, from: name, line })
  }
}
