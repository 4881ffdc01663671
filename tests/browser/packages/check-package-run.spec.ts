/** `npm run check-package -- --run`: packages of other makers run in a browser, and what they recorded is told. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import type { Browser } from 'playwright-core'
import { startBrowser } from '../../../scripts/packages/run-package/browser.ts'
import { archiveOf, checkPackage } from '../../../server/scorm/check/check-package.ts'
import { runPackage } from '../../../scripts/packages/run-package/run-package.ts'
import { apiPlaceOf, type ScoRun } from '../../../server/scorm/check/run/sco-run.ts'
import { runProblems } from '../../../server/scorm/check/run/run-rules.ts'
import { captivate, iSpring, rise, storyline } from '../../support/packages/authoring-tools.ts'
import { zipOf, type PackageFiles } from '../../support/packages/packages.ts'

let browser: Browser
test.beforeAll(async () => {
  browser = await startBrowser()
})
test.afterAll(() => browser.close())

interface Ran {
  readonly run: ScoRun
  /** Rule and heading of each thing that running it found. */
  readonly told: readonly string[]
  readonly messages: string
}

async function ran(files: PackageFiles): Promise<Ran> {
  const bytes = zipOf(files)
  const report = checkPackage(bytes)
  const place = apiPlaceOf(report.kind)
  const archive = archiveOf(bytes)
  if (place === undefined || !archive) throw new Error('This is no package that can be run.')
  const runs = await runPackage(browser, archive, report)
  const problems = runProblems(runs, place).flatMap(({ rule, problems }) => problems.map(problem => ({ rule, ...problem })))
  return {
    run: runs[0]!,
    told: problems.map(({ rule, severity }) => `${rule} ${severity}`),
    messages: problems.map(({ message }) => message).join('\n'),
  }
}

test('lessons of other makers are begun, gone through, and ended, and their status, score and suspend data are read back', async () => {
  const [inFrames, builtWhileRunning, in2004] = await Promise.all([ran(storyline()), ran(rise()), ran(captivate())])
  for (const { run, told } of [inFrames, builtWhileRunning, in2004]) {
    expect(run).toMatchObject({ opened: true, begun: true, ended: true, pageErrors: [], missing: [], outside: [] })
    expect(run.values['cmi.suspend_data']).toBe('place=2')
    expect(told).toEqual([])
  }
  expect(inFrames.run).toMatchObject({
    pressed: ['Next', 'Next'],
    lookedFor: ['API'],
    values: { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '90' },
  })
  expect(builtWhileRunning.run).toMatchObject({
    pressed: ['START COURSE', 'Continue'],
    values: { 'cmi.completion_status': 'completed', 'cmi.score.scaled': '0.8' },
  })
  expect(in2004.run).toMatchObject({ pressed: ['Next'], values: { 'cmi.success_status': 'passed' } })
})

test('what records nothing, calls the wrong run-time, or says what the run-time refuses, is told', async () => {
  const withDriver = (script: string) => ({ ...iSpring(), 'res/lms.js': `function begin(){}function report(){}${script}` })
  const [silent, other, careless, breakout] = await Promise.all([
    // Reading the files alone finds nothing wrong with this one: it holds the names.
    ran(withDriver('var names=["LMSInitialize","LMSFinish"]')),
    ran(withDriver('var a=parent.API_1484_11;if(a)a.Initialize("");')),
    ran(
      withDriver(
        'var a=parent.API;a.LMSSetValue("cmi.core.exit","");a.LMSInitialize("");a.LMSSetValue("cmi.suspend_data",Array(5000).join("x"));a.LMSSetValue("cmi.core.lesson_status","done");nowhere()',
      ),
    ),
    ran(withDriver('top.location="lms.js"')),
  ])
  expect(silent.told).toEqual(['run-begins error'])
  expect(silent.messages).toContain('never looked for the run-time')
  expect(other.told).toEqual(['run-begins error'])
  expect(other.messages).toContain('looked for the run-time of SCORM 2004 (API_1484_11) only')
  expect([...careless.told].sort()).toEqual([
    'run-ends warning',
    'run-opens warning',
    'run-reports error',
    'run-reports warning',
    'run-reports warning',
    'run-reports warning',
  ])
  expect(careless.messages).toMatch(/nowhere is not defined[\s\S]*no status[\s\S]*4,096 characters[\s\S]*wrong form/)
  expect(breakout.messages).toContain('in the place of the platform\'s own page')
})

test('a package that wants out reaches nobody, not even on this machine, and is told what it wanted', async () => {
  const heard: string[] = []
  const stranger = createServer((request, response) => {
    heard.push(request.url ?? '')
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('heard')
  })
  stranger.on('upgrade', request => heard.push(`upgrade ${request.url}`))
  await new Promise<void>(resolve => stranger.listen(0, '127.0.0.1', resolve))
  const { port } = stranger.address() as AddressInfo
  const here = `http://127.0.0.1:${port}`
  const script = `fetch("${here}/fetch").catch(function(){});new Image().src="${here}/image";navigator.sendBeacon("${here}/beacon","x");
try{new WebSocket("ws://127.0.0.1:${port}/socket")}catch(e){};window.open("${here}/window");alert("Hello");
var f=document.createElement("iframe");f.src="https://elsewhere.example/";document.head.appendChild(f);var w=new Worker(URL.createObjectURL(new Blob(['fetch("${here}/worker")'])));`
  const { run, messages } = await ran({
    ...iSpring(),
    'res/index.html': `<!DOCTYPE html><html><body><script src="lms.js"></script><script>begin();${script}</script></body></html>`,
  })
  await new Promise(resolve => stranger.close(resolve))
  expect(heard).toEqual([])
  expect(run).toMatchObject({ begun: true, ended: true })
  expect(run.outside.map(({ address }) => new URL(address).pathname)).toEqual(
    expect.arrayContaining(['/fetch', '/image', '/beacon', '/window', '/worker']),
  )
  expect(messages).toContain('which was not let out')
})
