/** What a run in the preview says for and against a package of another maker, by the rules of `check-package --run`. */
import type { ForeignRun } from '#shared/api/packages'
import type { LaunchedItem } from '#shared/scorm/package-report'
import { findingsOf } from '../../check/archive/findings.ts'
import { runProblems } from '../../check/run/run-rules.ts'
import { apiPlaceOf, type ScoRun } from '../../check/run/sco-run.ts'
import { isInside } from './foreign-package.ts'
import type { ForeignStore } from './foreign-store.ts'

/** What only the browser knows of it. */
type SeenThere = Pick<ScoRun, 'lookedFor' | 'begun' | 'ended' | 'calls' | 'values' | 'refused' | 'pageErrors' | 'windows'>

/** @param kept with what the second host was asked for */
export function foundInRun(
  kept: Pick<NonNullable<ReturnType<ForeignStore['find']>>, 'format' | 'missing' | 'outside'>,
  { identifier, title, href, path }: LaunchedItem,
  { windows, ...seen }: SeenThere,
): ForeignRun {
  const missing = [...kept.missing]
  // A window at another address was never opened, so no browser has told of it.
  const elsewhere = windows.filter(address => !isInside(address)).map(address => ({ address, kind: 'document' }))
  const outside = [...kept.outside.values(), ...elsewhere]
  const run: ScoRun = {
    identifier, title, href, missing, outside, ...seen,
    windows: windows.filter(isInside),
    opened: !missing.includes(path.replace(/[?#].*$/, '')),
    // It could not: its frame has no way out. And a person sees what hangs, and presses.
    tookOver: false, stopped: false, pressed: [],
  }
  const found = runProblems([run], apiPlaceOf(kept.format) ?? null)
  return {
    findings: found.flatMap(({ rule, problems }) => findingsOf({ id: rule, check: () => problems }, run)),
    missing,
    outside: outside.map(({ address }) => address),
  }
}
