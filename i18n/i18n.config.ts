import { languages } from '#shared/text/languages'
import { pluralRule } from '#shared/text/plural'
import { compileMessage } from './compile-message'

export default {
  messageCompiler: compileMessage,
  pluralRules: Object.fromEntries(languages.map(({ locale, tag }) => [locale, pluralRule(tag)])),
}
