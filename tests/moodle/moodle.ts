/** A running Moodle, used through its pages as a teacher and a pupil would. Names of fields are Moodle 4.5's. */
import { expect, type Browser, type BrowserContext, type FrameLocator, type Page } from '@playwright/test'
import { hasTakenOver } from '../support/packages/taken-over.ts'

/** How a lesson opens in Moodle: each course activity by its id. */
export interface Activity {
  readonly id: string
  readonly courseId: string
  /** Of its own in the course, so that its grade is found. */
  readonly name: string
}

export interface Account {
  readonly name: string
  readonly password: string
}

export type Settings = Readonly<Record<string, string>>

/** What docs/lms/moodle.md asks for: of a package with one lesson, and of one with several. */
const settingsOfOne: Settings = {
  hidebrowse: '1',
  grademethod: '1',
  maxgrade: '100',
  maxattempt: '0',
  whatgrade: '0',
  forcenewattempt: '1',
  auto: '0',
}
export const settingsOfCourse: Settings = { ...settingsOfOne, grademethod: '0', displaycoursestructure: '1', hidetoc: '3' }

/** What the teacher's report says of a lesson. */
export interface LessonInReport {
  readonly title: string
  readonly status: string
  /** '' for none. */
  readonly score: string
}

export class Moodle {
  readonly address: string
  private readonly browser: Browser

  constructor(browser: Browser, address: string) {
    this.browser = browser
    this.address = address
  }

  async signedIn(account: Account, context?: BrowserContext): Promise<Page> {
    const page = await (context ?? await this.browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
    await this.signIn(page, account)
    return page
  }

  /** Signs in, in a tab that may show anything. */
  async signIn(page: Page, { name, password }: Account): Promise<void> {
    page.setDefaultTimeout(120_000)
    for (let tries = 0; tries < 5; tries++) {
      await page.goto(`${this.address}/login/index.php`, { waitUntil: 'domcontentloaded' })
      // Its script empties the field for the password once, some time after the form can be seen.
      await page.waitForTimeout(2_000)
      await page.fill('#username', name)
      await page.fill('#password', password)
      await page.click('#loginbtn')
      await page.waitForURL(url => !url.pathname.startsWith('/login/'), { waitUntil: 'commit', timeout: 30_000 }).catch(() => {})
      if (!new URL(page.url()).pathname.startsWith('/login/')) return
    }
    throw new Error(`${name} could not sign in to Moodle.`)
  }

  /** Imports a package through the teacher's form. @param settings by the names of its fields */
  async add(teacher: Page, courseId: string, file: string, name: string, settings: Settings = settingsOfOne): Promise<Activity> {
    await teacher.goto(`${this.address}/course/modedit.php?add=scorm&type=&course=${courseId}&section=1&return=0`)
    await teacher.fill('#id_name', name)
    await teacher.click('#fitem_id_packagefile .fp-btn-add a')
    const picker = teacher.locator('.file-picker.fp-generallayout')
    await picker.locator('.fp-repo-name', { hasText: 'Upload a file' }).click()
    await picker.locator('input[name="repo_upload_file"]').setInputFiles(file)
    await picker.locator('.fp-upload-btn').click()
    await teacher.locator('#fitem_id_packagefile .fp-file').first().waitFor()
    for (const [field, value] of Object.entries(settings)) {
      await teacher.locator(`#id_${field}`).evaluate((select: HTMLSelectElement, chosen) => {
        select.value = chosen
        select.dispatchEvent(new Event('change', { bubbles: true }))
      }, value)
    }
    await teacher.locator('#id_submitbutton').click()
    // A course with grades still to be worked out shows a page that does it first; both name the activity.
    await teacher.waitForURL(/\/(?:mod\/scorm\/view|course\/modregrade)\.php/, { waitUntil: 'commit' })
    return { id: new URL(teacher.url()).searchParams.get('id') ?? '', courseId, name }
  }

  /** @returns the frame that the lesson runs in */
  async open(pupil: Page, { id }: Activity): Promise<FrameLocator> {
    await pupil.goto(`${this.address}/mod/scorm/view.php?id=${id}`, { waitUntil: 'domcontentloaded' })
    await pupil.locator('#scormviewform [type="submit"]').click()
    return this.lesson(pupil)
  }

  async lesson(pupil: Page): Promise<FrameLocator> {
    const frame = pupil.frameLocator('#scorm_object')
    await frame.locator('main [data-screen] h1').waitFor({ timeout: 120_000 })
    // The first screen stands there before its script does.
    await expect
      .poll(() => frame.locator('#player').evaluate(hasTakenOver), {
        timeout: 120_000,
      })
      .toBe(true)
    return frame
  }

  /** What the pupil's own grade report says of an activity: "100.00", or "-" for none. */
  async gradeOf(pupil: Page, { courseId, name }: Activity): Promise<string> {
    await pupil.goto(`${this.address}/grade/report/user/index.php?id=${courseId}`, { waitUntil: 'domcontentloaded' })
    const row = pupil.locator('tr', { has: pupil.locator(`a:text-is("${name}")`) }).first()
    return (await row.locator('td.column-grade').innerText()).trim().split('\n')[0] ?? ''
  }

  /** Opens a lesson of a course from the list on the activity's first page. */
  async openFromList(pupil: Page, { id }: Activity, title: string): Promise<FrameLocator> {
    await pupil.goto(`${this.address}/mod/scorm/view.php?id=${id}`, { waitUntil: 'domcontentloaded' })
    await pupil.locator('[role="main"] a', { hasText: title }).click()
    return this.lesson(pupil)
  }

  /** Presses another lesson of a course in the table of contents beside the one that is open. */
  async choose(pupil: Page, title: string): Promise<FrameLocator> {
    await pupil.locator('#scorm_tree a', { hasText: title }).click()
    return this.lesson(pupil)
  }

  /** @returns each lesson of a pupil's first attempt, as the teacher's report shows it */
  async reportOf(teacher: Page, { id }: Activity, pupil: Page): Promise<LessonInReport[]> {
    const userId = await pupil.evaluate(() => (globalThis as unknown as { M: { cfg: { userId: number } } }).M.cfg.userId)
    await teacher.goto(`${this.address}/mod/scorm/report/userreport.php?id=${id}&user=${userId}&attempt=1`, {
      waitUntil: 'domcontentloaded',
    })
    const rows = await teacher.locator('table.generaltable tbody tr').all()
    const cells = await Promise.all(rows.map(row => row.locator('td').allInnerTexts()))
    return cells.map(row => row.map(text => text.trim())).filter(([, status]) => status)
      .map(([title = '', status = '', , score = '']) => ({ title, status, score }))
  }

  /** Its version in its own words, from the page that only admins see. */
  async release(admin: Page): Promise<string> {
    await admin.goto(`${this.address}/admin/environment.php`)
    const text = await admin.locator('body').innerText()
    return /\d+\.\d+\S* \(Build: \d+\)/.exec(text)?.[0] ?? 'of an unknown version'
  }
}
