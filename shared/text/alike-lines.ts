/** Lines of a record that say the same again and again. */

interface Line {
  readonly at: string
  readonly who: string | null
  readonly action: string
}

/**
 * @param lines newest first
 * @returns runs of lines of one person who did the same within a minute, each by its newest line, with all of the run
 */
export function alikeLines<T extends Line>(lines: readonly T[]): { readonly first: T, readonly all: readonly T[] }[] {
  const runs: { readonly first: T, all: readonly T[] }[] = []
  for (const line of lines) {
    const last = runs[runs.length - 1]
    const isSame = last !== undefined && last.first.who === line.who && last.first.action === line.action
      && Math.abs(Date.parse(last.first.at) - Date.parse(line.at)) < 60_000
    if (last && isSame) last.all = [...last.all, line]
    else runs.push({ first: line, all: [line] })
  }
  return runs
}
