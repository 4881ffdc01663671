import { compileMessage } from './compile-message'

export default { messageCompiler: compileMessage }
