/** The font in which every page is set unless a pupil chooses another, which comes as soon as it is chosen (base.css). */
import lexend from '@fontsource-variable/lexend/files/lexend-latin-wght-normal.woff2?url'
import { addLateFont } from '~/components/lesson/late-font'

export default defineNuxtPlugin(() => onNuxtReady(() => addLateFont('Lexend', lexend, '100 900')))
