/** Where the page has a package from, and how its lessons are framed: our own as it will be downloaded, or another maker's. */
import { scormVersionOf, type ScormVersion } from '#shared/scorm/package-format'
import type { LaunchedItem, PackageReport } from '#shared/scorm/package-report'
import type { PreviewPackage } from '#shared/api/packages'
import { optionsLeft, type Choice } from './choice'
import type { Speaker } from './frame-line'

/** What the page is told of a package. */
export interface HeldPackage {
  readonly items: readonly LaunchedItem[]
  readonly report: PackageReport
}

export interface PreviewSource {
  readonly version: ScormVersion
  /** The frame's attribute. */
  readonly sandbox: string
  /** What the browser would else keep from a frame of another host. */
  readonly allow?: string
  /** Who speaks for the lesson in the frame. */
  readonly speaker: Speaker
  /** The page in the frame takes its lesson away when it is told to, before the frame goes. */
  readonly leavesWhenTold: boolean
  /** Has the server make or take the package, which it keeps for a while. */
  build(): Promise<HeldPackage>
  /** @returns whether the server still has it as it was built last, and so the page of an item */
  isKept(item: LaunchedItem): Promise<boolean>
  /** @returns the address of an item's page */
  addressOf(item: LaunchedItem): string
}

/**
 * @param choice of the page's address, with the options that the export page has left
 * @param tell is told of the package whenever it was built
 */
export function ownPackage(choice: Choice, tell: (built: PreviewPackage) => void): PreviewSource {
  let key = ''
  const fileAddress = ({ href }: LaunchedItem) => `/export/preview/package/${key}/${href}`
  return {
    version: scormVersionOf(choice.format),
    sandbox: 'allow-scripts',
    // The sandbox gives it no origin, so it is known by its window: the one inside the page with the notice.
    speaker: { windowOf: frame => frame.contentWindow?.frames[0] ?? null, origin: null },
    leavesWhenTold: false,
    async build() {
      const built = await $fetch<PreviewPackage>('/api/export/preview', { method: 'POST', body: { ...choice, options: optionsLeft() } })
      key = built.key
      tell(built)
      return built
    },
    isKept: item => $fetch(fileAddress(item), { responseType: 'text' }).then(() => true, () => false),
    addressOf: item => appAddress(fileAddress(item)),
  }
}
