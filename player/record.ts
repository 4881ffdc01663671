/** The script of a package that keeps the attempt in an LMS. Packages without an LMS have none. It comes while the opening is read. */
import { scormRecorder } from './lms/scorm-recorder'

window.whosThereRecord?.(scormRecorder)
