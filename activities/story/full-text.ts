import { note, options, paragraph, sceneText, type Block } from '#activities/full-text-blocks'
import type { StoryConfig } from '#activities/story/schema'

/** Every scene, in the order in which the file has them, so that each branch is read once. */
export function fullText(config: StoryConfig): Block[] {
  const nameOf = (id: string) => config.speakers.find(speaker => speaker.id === id)?.name ?? id
  return config.scenes.flatMap(scene => [
    ...scene.text.map(line => paragraph(line)),
    ...(scene.picture ? [paragraph(scene.picture.alt)] : []),
    ...(scene.scene ? sceneText(scene.scene) : []),
    ...(scene.speech ?? []).map(line => paragraph(line.text, nameOf(line.from))),
    ...(scene.choices ? [options(scene.choices)] : []),
    ...(scene.ending ? [paragraph(scene.ending.text), note(scene.ending.help)] : []),
  ])
}
