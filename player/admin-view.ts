/**
 * Opens the view for LMS admins: `?admin` behind the page's address, or Ctrl + Alt + Shift + D.
 * Three modifiers at once, so that no child opens it by accident, and a script of its own, so that no pupil loads it.
 */
import type { PackageData } from './package-data'
import type { ScormRecorder } from './lms/scorm-recorder'

/** What the package's admin.js is handed. */
export interface AdminViewInput {
  readonly data: PackageData
  readonly recorder: ScormRecorder
}

declare global {
  interface Window {
    /** Written by admin.js. */
    whosThereAdmin?: (input: AdminViewInput) => void
  }
}

export function watchForAdmins(data: PackageData, recorder: ScormRecorder, load: () => Promise<boolean>) {
  const open = async () => {
    if (window.whosThereAdmin || await load()) window.whosThereAdmin?.({ data, recorder })
  }
  if (/[?&]admin\b/.test(window.location.search)) void open()
  window.addEventListener('keydown', (event) => {
    if (event.ctrlKey && event.altKey && event.shiftKey && event.code === 'KeyD') void open()
  })
}
