/**
 * The words that lesson text keeps clear of, and why. English only: a lesson in another language needs a list of its own.
 * A hit is not always a fault. Where one is meant, add it to `exceptions` at the end with the reason a person gave for it.
 */
import type { Band } from '#shared/lesson/bands'
import type { TextKind } from './readable-text.ts'

export interface Phrase {
  /** Matched as whole words, in any case, with any apostrophe. */
  readonly phrase: string
  /** Longer phrases in which it is harmless. */
  readonly unless?: readonly string[]
}

export interface WordFamily {
  /** Name of the lint rule. */
  readonly rule: string
  /** What the author is told beside the phrase. */
  readonly advice: string
  /** The kinds of text it does not apply to. */
  readonly spares: readonly TextKind[]
  /** @param band null for text for adults */
  readonly phrases: (band: Band | null) => readonly Phrase[]
}

const list = (...phrases: string[]): Phrase[] => phrases.map(phrase => ({ phrase }))

/** Puts it on the child (UKCIS on victim blaming). */
const blame: Phrase[] = [
  ...['him', 'her', 'them'].map(whom => ({ phrase: `let ${whom}`, unless: [`let ${whom} know`] })),
  ...list('allowed it', 'allowed him', 'allowed her', 'allowed them'),
  ...list('fell for', 'fall for', 'falls for', 'fallen for', 'falling for'),
  ...list('should have known', 'should\'ve known', 'should have told', 'should\'ve told'),
  ...list('opened the door', 'open the door to', 'asked for it', 'brought it on'),
  ...list('your own fault', 'his own fault', 'her own fault', 'their own fault'),
  ...list('why did you', 'why didn\'t you', 'why did she', 'why didn\'t she', 'why did he', 'why didn\'t he'),
  ...list('gullible', 'naive'),
]

/** Shuts a child up or frightens it. What somebody in the lesson says is spared: people do talk like that. */
const harsh: Phrase[] = [
  {
    phrase: 'wrong',
    unless: [
      'nothing wrong',
      'not wrong to',
      'not done anything wrong',
      'haven\'t done anything wrong',
      'hasn\'t done anything wrong',
      'didn\'t do anything wrong',
    ],
  },
  ...list('failed', 'fail', 'sure but', 'sure, but', 'forever', 'ruined', 'incorrect'),
]

/** Nobody can keep these. */
const promises: Phrase[] = list(
  'won\'t be in trouble',
  'won\'t get in trouble',
  'won\'t get into trouble',
  'will not be in trouble',
  'not get in trouble',
  'never be in trouble',
  'will be removed',
  'completely confidential',
  'totally confidential',
  'nobody will ever know',
  'no one will ever know',
)

/** Words that a band has not been taught yet, or that name people who harm in a way that frightens or misleads. */
const avoided: Record<Band, Phrase[]> = {
  '7-9': list(
    'groom',
    'groomer',
    'groomers',
    'grooming',
    'groomed',
    'sex',
    'sexual',
    'sexually',
    'nude',
    'nudes',
    'sexting',
    'sextortion',
    'blackmail',
    'exploitation',
    'predator',
    'predators',
    'paedophile',
    'paedophiles',
    'offender',
    'offenders',
    'abuser',
    'abusers',
    'pervert',
    'stranger danger',
  ),
  '9-11': list(
    'groomer',
    'groomers',
    'sex',
    'sexual',
    'sexually',
    'nude',
    'nudes',
    'sexting',
    'sextortion',
    'exploitation',
    'predator',
    'predators',
    'paedophile',
    'paedophiles',
    'offender',
    'offenders',
    'abuser',
    'abusers',
    'pervert',
    'stranger danger',
  ),
  '11-14': list('groomer', 'groomers', 'sexting', 'predator', 'predators', 'paedophile', 'paedophiles', 'pervert', 'stranger danger'),
  '14-16': list(
    'revenge porn',
    'child porn',
    'child pornography',
    'predator',
    'predators',
    'paedophile',
    'paedophiles',
    'pervert',
    'stranger danger',
  ),
}

/** Invented apps only: a real name dates, advertises, and suggests that the others are safe. */
const platforms: Phrase[] = list(
  'TikTok',
  'Snapchat',
  'Instagram',
  'Insta',
  'WhatsApp',
  'Roblox',
  'Minecraft',
  'Fortnite',
  'YouTube',
  'Discord',
  'Facebook',
  'Messenger',
  'Twitch',
  'Twitter',
  'Telegram',
  'Reddit',
  'Pinterest',
  'BeReal',
  'Omegle',
  'Kik',
  'Skype',
  'FaceTime',
  'iMessage',
  'PlayStation',
  'Xbox',
  'Nintendo',
  'on Steam',
  'Google',
  'ChatGPT',
  'Tinder',
  'Tumblr',
  'Yubo',
  'Wizz',
  'Monkey app',
  'Among Us',
  'Brawl Stars',
  'Clash Royale',
  'Rocket League',
)

export const families: readonly WordFamily[] = [
  { rule: 'blame', advice: 'sounds as if the child were to blame', spares: [], phrases: () => blame },
  {
    rule: 'avoided-words',
    advice: 'is a word this band keeps clear of',
    spares: ['teacher'],
    phrases: band => (band ? avoided[band] : []),
  },
  {
    rule: 'harsh-words',
    advice: 'judges or frightens; say what might happen next and what could help',
    spares: ['teacher', 'message', 'option'],
    phrases: band => (band ? harsh : []),
  },
  { rule: 'promises', advice: 'promises what nobody can keep', spares: [], phrases: () => promises },
  {
    rule: 'real-platforms',
    advice: 'is a real product; use an invented one',
    spares: ['teacher'],
    phrases: band => (band ? platforms : []),
  },
]

/**
 * Who can help: at least one of them is named where a path ends. People by their part in a child's life, and the routes of
 * content/help.
 */
export const helpers: readonly string[] = [
  'adult',
  'adults',
  'grown-up',
  'grown-ups',
  'mum',
  'mam',
  'mummy',
  'dad',
  'daddy',
  'parent',
  'parents',
  'stepmum',
  'stepdad',
  'gran',
  'granny',
  'grandma',
  'nan',
  'nana',
  'grandad',
  'grandpa',
  'grandparent',
  'aunt',
  'auntie',
  'aunty',
  'uncle',
  'carer',
  'carers',
  'foster carer',
  'guardian',
  'social worker',
  'youth worker',
  'teacher',
  'teachers',
  'form tutor',
  'teaching assistant',
  'head teacher',
  'head of year',
  'school nurse',
  'safeguarding lead',
  'doctor',
  'Childline',
  'CEOP',
  'police',
  '999',
  '101',
  'Report Remove',
  'NSPCC',
  'Samaritans',
  'Shore',
  'Stop It Now',
]

/** What a safety rule of the form "Never …" tells a child not to do. */
export const forbidden: readonly string[] = [
  'meet',
  'share',
  'send',
  'tell',
  'give',
  'keep',
  'go',
  'arrange',
  'agree',
  'reply',
  'answer',
  'click',
  'open',
  'show',
  'post',
  'add',
  'accept',
  'talk',
  'chat',
  'move',
  'pay',
  'turn',
  'use',
  'say',
  'let',
  'trust',
  'forward',
  'save',
  'type',
  'put',
  'upload',
]

export interface Exception {
  readonly rule: string
  /** Id of the lesson. */
  readonly lesson: string
  /** Id of the screen. */
  readonly screen: string
  readonly phrase: string
  /** Why it may stand, in a sentence. */
  readonly reason: string
}

/** Hits that a person has read and cleared. One that no longer hides anything fails a test. */
export const exceptions: readonly Exception[] = []
