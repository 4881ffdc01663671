/** Parts of activities that the opening shows too: the second script takes them from the first, by these names (vite.config.ts). */
import type { Component } from 'vue'
import ChapterPath from '../activities/parts/ChapterPath.vue'
import SmallPicture from '../activities/parts/SmallPicture.vue'
import Face from '../activities/parts/scene/Face.vue'
import Scene from '../activities/parts/scene/Scene.vue'
import GlossaryTerm from '../activities/parts/text/GlossaryTerm.vue'
import HelpRoutes from '../activities/parts/text/HelpRoutes.vue'
import PictureFrame from '../activities/parts/text/PictureFrame.vue'
import RichText from '../activities/parts/text/RichText.vue'
import SayLine from '../activities/parts/text/SayLine.vue'

type LentPart
  = | 'ChapterPath' | 'Face' | 'GlossaryTerm' | 'HelpRoutes' | 'PictureFrame' | 'RichText' | 'SayLine' | 'Scene' | 'SmallPicture'

export const lentParts: Readonly<Record<LentPart, Component>> = {
  ChapterPath, Face, GlossaryTerm, HelpRoutes, PictureFrame, RichText, SayLine, Scene, SmallPicture,
}
