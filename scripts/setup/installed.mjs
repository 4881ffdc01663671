/** Run by npm itself once it has installed, whoever asked it to: no command installs the same packages a second time. */
import { rememberInstalled } from './setup.mjs'

rememberInstalled()
