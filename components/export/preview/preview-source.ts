/** Where the page has a package from, and how its lessons are framed: our own as it will be downloaded, or another maker's. */
import { scormVersionOf, type ScormVersion } from '#shared/scorm/package-format'
import type { LaunchedItem, PackageReport } from '#shared/scorm/package-report'
import type { PreviewPackage } from '#shared/api/packages'
import { optionsLeft, type Choice } from './choice'
import type { Speaker } from './frame-line'

/** What the page is told of a package. */
interface Held {
  readonly items: readonly LaunchedItem[]
  readonly report: PackageReport
}

export interface PreviewSource<Built extends Held = Held> {
  readonly version: ScormVersion
  /** The frame's attribute. */
  readonly sandbox: string
  /** Who speaks for the lesson in the frame. */
  readonly speaker: Speaker
  /** The page in the frame takes its lesson away when it is told to, before the frame goes. */
  readonly leavesWhenTold: boolean
  /** Has the server make or take the package, which it keeps for a while. */
  build(): Promise<Built>
  /** @returns whether the server still has it, and so the page of an item */
  isKept(built: Built, item: LaunchedItem): Promise<boolean>
  /** @returns the address of an item's page */
  addressOf(built: Built, item: LaunchedItem): string
}

const fileAddress = ({ key }: PreviewPackage, { href }: LaunchedItem) => `/export/preview/package/${key}/${href}`

/** @param choice of the page's address, with the options that the export page has left */
export function ownPackage(choice: Choice): PreviewSource<PreviewPackage> {
  return {
    version: scormVersionOf(choice.format),
    sandbox: 'allow-scripts',
    // The sandbox gives it no origin, so it is known by its window: the one inside the page with the notice.
    speaker: { windowOf: frame => frame.contentWindow?.frames[0] ?? null, origin: null },
    leavesWhenTold: false,
    build: () => $fetch<PreviewPackage>('/api/export/preview', { method: 'POST', body: { ...choice, options: optionsLeft() } }),
    isKept: (built, item) => $fetch(fileAddress(built, item), { responseType: 'text' }).then(() => true, () => false),
    addressOf: (built, item) => appAddress(fileAddress(built, item)),
  }
}
