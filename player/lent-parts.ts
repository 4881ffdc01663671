/** Parts of activities that the opening shows too: the second script takes them from the first, by these names (vite.config.ts). */
import type { Component } from 'vue'
import Scene from '../activities/parts/scene/Scene.vue'
import GlossaryTerm from '../activities/parts/text/GlossaryTerm.vue'
import HelpRoutes from '../activities/parts/text/HelpRoutes.vue'
import PictureFrame from '../activities/parts/text/PictureFrame.vue'
import RichText from '../activities/parts/text/RichText.vue'

type LentPart = 'GlossaryTerm' | 'HelpRoutes' | 'PictureFrame' | 'RichText' | 'Scene'

export const lentParts: Readonly<Record<LentPart, Component>> = { GlossaryTerm, HelpRoutes, PictureFrame, RichText, Scene }
