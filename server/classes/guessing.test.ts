/** What docs/threat-model.md says about guessing, worked out from what the limits really are. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { CODE_LENGTH, CODE_SIGNS } from '#shared/people/class-code'
import { loginPictures, PICTURES_IN_PASSWORD } from '#shared/people/login-pictures'
import { LET_IN_MINUTES } from './letting-in'
import { LET_IN, WRONG_CODES } from './joining'
import { ONE_CHILD } from './join-tries'
import { OF_ACCOUNT } from '../accounts/sign-in/sign-in'
import { PACE } from '../platform/security/code-pace'
import { interval, SITE_SHARE, type Limit } from '../platform/security/rate-limit'

const DAY = 86_400_000
const YEAR = 365 * DAY
const page = readFileSync('docs/threat-model.md', 'utf8')

/** Tries that a limit lets through in so many milliseconds. */
const triesIn = (time: number, limit: Limit) => limit.tries + Math.floor(time / interval(limit))

const codes = CODE_SIGNS.length ** CODE_LENGTH
const OPEN_CLASSES = 200
/** Of N codes of which K open a class, drawn without the same one twice, the first that does comes after (N + 1) / (K + 1) on average. */
const draws = (open: number) => (codes + 1) / (open + 1)
/** Years until so many addresses, each of which has `share` times the tries of one, have drawn so often. */
const yearsFor = (open: number, addresses: number, share: number) => {
  const limit = { ...WRONG_CODES, tries: WRONG_CODES.tries * share }
  return (draws(open) - addresses * limit.tries) * interval(limit) / addresses / YEAR
}

const pictures = Array.from({ length: PICTURES_IN_PASSWORD }, (_, index) => loginPictures.length - index).reduce((all, one) => all * one, 1)
/** How likely somebody hits one child's pictures, who never tries the same ones twice. */
const chance = (tries: number) => tries / pictures

const says = (text: string) => expect(page.replaceAll(/\s+/g, ' ')).toContain(text)
const percent = (part: number) => `${(part * 100).toFixed(part < 0.01 ? 2 : 1)} %`

it('any of 200 open classes, from a thousand addresses, and from a thousand /48', () => {
  expect(codes).toBe(110_075_314_176)
  expect(yearsFor(OPEN_CLASSES, 1000, 1)).toBeGreaterThan(5)
  expect(yearsFor(OPEN_CLASSES, 1000, SITE_SHARE)).toBeGreaterThan(3)
  says(`**${yearsFor(OPEN_CLASSES, 1000, 1).toFixed(1)} years** from 1,000 addresses`)
  says(`**${yearsFor(OPEN_CLASSES, 1000, SITE_SHARE).toFixed(1)} years** from 1,000 networks of the size /48`)
})

it('a class that was opened where the guesser is, at the pace of two processes', () => {
  const years = draws(20) / (PACE.perSecond * 2) * 1000 / YEAR
  expect(years).toBeGreaterThan(2)
  says(`**${years.toFixed(1)} years** until one of 20 classes`)
})

it('one child\'s three pictures', () => {
  const [day, year] = [triesIn(DAY, ONE_CHILD), triesIn(YEAR, ONE_CHILD)]
  expect(pictures).toBe(3360)
  expect(chance(day)).toBeLessThan(0.005)
  expect(chance(year)).toBeLessThan(0.15)
  const years = (pictures / 2 - ONE_CHILD.tries) * interval(ONE_CHILD) / YEAR
  expect(years).toBeGreaterThan(4)
  says(`${day} tries, **${percent(chance(day))}**, in a school day`)
  says(`${year} tries, **${percent(chance(year))}**, in a whole year`)
  says(`**${years.toFixed(1)} years** on average`)
  const pressed = triesIn(LET_IN_MINUTES * 60_000, LET_IN)
  says(`${pressed} tries, ${percent(chance(pressed))}`)
})

it('one account\'s password', () => {
  const year = triesIn(YEAR, OF_ACCOUNT)
  says(`${year.toLocaleString('en-GB')} tries a year`)
})
