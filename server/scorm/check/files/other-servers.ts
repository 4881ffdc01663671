/** What a package fetches from other servers, by the names that readers know it under. */
import { extensionOf } from '../archive/archive.ts'
import type { LoadKind } from './loads.ts'

export type OutsideKind = LoadKind | 'font' | 'tracker'

/** Domains that serve typefaces and nothing else. */
const fontServers = [
  'fonts.googleapis.com',
  'fonts.gstatic.com',
  'typekit.net',
  'fonts.bunny.net',
  'fonts.net',
  'fontawesome.com',
  'typography.com',
  'fonts.adobe.com',
]

/** Domains that count, measure or watch visitors, and whose they are. */
const trackers: Readonly<Record<string, string>> = {
  'google-analytics.com': 'Google Analytics',
  'googletagmanager.com': 'Google Tag Manager',
  'doubleclick.net': 'Google advertising',
  'googlesyndication.com': 'Google advertising',
  'facebook.net': 'Facebook',
  'hotjar.com': 'Hotjar',
  'clarity.ms': 'Microsoft Clarity',
  'mixpanel.com': 'Mixpanel',
  'segment.com': 'Segment',
  'segment.io': 'Segment',
  'amplitude.com': 'Amplitude',
  'fullstory.com': 'FullStory',
  'heapanalytics.com': 'Heap',
  'pendo.io': 'Pendo',
  'matomo.cloud': 'Matomo',
  'plausible.io': 'Plausible',
  'newrelic.com': 'New Relic',
  'nr-data.net': 'New Relic',
  'sentry.io': 'Sentry',
  'sentry-cdn.com': 'Sentry',
  'bugsnag.com': 'Bugsnag',
  'scorecardresearch.com': 'Scorecard Research',
  'quantserve.com': 'Quantcast',
  'statcounter.com': 'StatCounter',
  'addthis.com': 'AddThis',
}

const fontFiles = /^(?:woff2?|ttf|otf|eot)$/

/** @returns the server of an absolute address in small letters, "" when it names none */
export function hostOf(address: string): string {
  return /^(?:[a-z]+:)?[\\/]{2}(?:[^/@]*@)?([^/:?#\\]+)/i.exec(address.trim())?.[1]?.toLowerCase() ?? ''
}

/** @returns whose tracker a server is, null when it is not known as one */
export function trackerOf(host: string): string | null {
  const domain = Object.keys(trackers).find(domain => isWithin(host, domain))
  return domain === undefined ? null : trackers[domain]!
}

/** @returns what a load from another server is */
export function outsideKindOf(address: string, kind: LoadKind): OutsideKind {
  const host = hostOf(address)
  if (trackerOf(host) !== null) return 'tracker'
  if (kind === 'hint') return 'hint'
  const path = address.replace(/[?#].*$/s, '')
  return fontServers.some(domain => isWithin(host, domain)) || fontFiles.test(extensionOf(path)) ? 'font' : kind
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`)
}
