import { readLibrary } from '../server/content/library.ts'
import { folderSource } from '../server/content/folder-source.ts'
const lib = await readLibrary(folderSource('content'))
for (const i of lib.issues) console.log(`${i.file}:${i.line} [${i.rule}] ${i.message}`)
console.log(lib.lessons.map(l => l.value.id), lib.help.length)
