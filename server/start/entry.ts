/**
 * Where the built server starts: it looks at how it was set and whether it can work so, and only then listens.
 * Without a word of the framework's: whoever runs it reads a sentence for each problem.
 */
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { appDatabase } from '../platform/database/app-database.ts'
import { ensurePort, NotReady, problemOfDataFolder, problemOfErasuresFile, untilDatabase } from './before-listening.ts'
import { forFramework, hintsIn, settings, SettingsError, takeSettings } from '../platform/settings.ts'

/** How a process says that it was set up wrongly (sysexits.h, EX_CONFIG): to start it again changes nothing. */
const WRONGLY_SET = 78

async function start() {
  for (const hint of hintsIn(process.env)) console.warn(hint)
  try {
    const taken = takeSettings()
    const problems = [...problemOfDataFolder(taken), ...await problemOfErasuresFile(taken)]
    if (problems.length > 0) throw new SettingsError(problems)
    await ensurePort(taken)
    await untilDatabase(appDatabase, taken)
  }
  catch (error) {
    if (!(error instanceof SettingsError || error instanceof NotReady)) throw error
    console.error(error.message)
    process.exit(error instanceof SettingsError ? WRONGLY_SET : 1)
  }
  Object.assign(process.env, forFramework(settings()))
  await import('nitropack/presets/node/runtime/node-server')
  if (process.send) await announceReady(process.send.bind(process))
}

/** Tells whoever started this process and waits for it (scripts/setup/serve.mjs) at which address it answers. */
async function announceReady(send: (message: object) => void) {
  const { host, port, ownUrl } = settings()
  const listens = () => new Promise<boolean>((done) => {
    const line = connect({ host: host ?? 'localhost', port }, () => done(true))
      .on('error', () => done(false))
      .on('close', () => done(false))
    line.end()
  })
  while (!await listens()) await wait(10)
  send({ ready: ownUrl })
}

// Not awaited at this level: what is imported above imports this file's chunk, and would wait for it for ever.
void start()
