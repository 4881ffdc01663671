/** The script of a worker thread. Built into `.output/server/worker` by scripts/setup/worker-bundle.mjs, since Nitro bundles none. */
import { setPriority } from 'node:os'
import { perform } from './perform.ts'

// On Linux this is about the thread alone: answers to pupils go before packages, however few cores there are.
if (process.platform === 'linux') setPriority(10)

export default perform
