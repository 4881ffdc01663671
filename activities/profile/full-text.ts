import { heading, options, paragraph, type Block } from '#activities/full-text-blocks'
import { verdict, type ProfileConfig, type Verdict } from '#activities/profile/schema'

export function fullText(config: ProfileConfig, words: Readonly<Record<Verdict, string>>): Block[] {
  return config.profiles.flatMap(profile => [
    heading(`${profile.name} (${profile.app})`),
    paragraph(profile.alt),
    options(profile.details.map(detail => ({ text: `${detail.label}: ${detail.text}`, feedback: detail.feedback }))),
    paragraph(config.question),
    options(verdict.options.map(given => ({ text: words[given], feedback: profile.feedback[given] }))),
  ])
}
