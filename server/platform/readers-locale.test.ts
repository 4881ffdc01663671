import { afterEach, expect, it } from 'vitest'
import { readersLocale, spokenLocale } from './readers-locale'
import { takeSettings } from './settings'

afterEach(() => takeSettings({}))

const asked = (language?: string) => readersLocale(new Headers(language === undefined ? {} : { 'accept-language': language }))

it('is what is asked for, as far as this server speaks it, else the default one', () => {
  expect([asked(), asked(''), asked('*'), asked('xx-YY,yy;q=0.5'), asked('en-GB,en;q=0.9'), asked('EN-us')]).toEqual(Array(6).fill('en'))
  takeSettings({ NUXT_PSEUDO_LANGUAGE: 'true' })
  expect([asked('ar-XB'), asked('xx, AR-xb;q=0.8, en;q=0.2'), asked('en, ar-XB')]).toEqual(['ar-XB', 'ar-XB', 'en'])
})

it('the made-up language is spoken only where the server was started with it', () => {
  expect([asked('ar-XB'), spokenLocale('ar-XB'), spokenLocale(['en']), spokenLocale(undefined)]).toEqual(['en', undefined, undefined, undefined])
})
