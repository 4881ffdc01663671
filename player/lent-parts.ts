/** Parts of activities that the opening shows too: the second script takes them from the first, by these names (vite.config.ts). */
import Scene from '../activities/parts/scene/Scene.vue'
import GlossaryTerm from '../activities/parts/text/GlossaryTerm.vue'
import HelpRoutes from '../activities/parts/text/HelpRoutes.vue'
import PictureFrame from '../activities/parts/text/PictureFrame.vue'
import RichText from '../activities/parts/text/RichText.vue'

export const lentParts = { GlossaryTerm, HelpRoutes, PictureFrame, RichText, Scene }
