/**
 * Asks browsers to read every function of a script while it is still on its way, beside the page's own thread: what is run at once, and
 * is read function by function when it is, takes four times as long. Chromium's magic comment (explicit compile hints); no more to others.
 * @param {(modules: readonly string[]) => boolean} isMeant which files, by the modules in them
 * @returns {import('vite').Plugin} for Vite
 */
export const readAhead = (isMeant = () => true) => ({
  name: 'read-ahead',
  enforce: 'post',
  // After Vite's own, which puts a line before what is loaded later.
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && isMeant(chunk.moduleIds)) chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`
      }
    },
  },
})

/**
 * Names of components are for developer tools, which pupils do without.
 * @type {import('vite').Plugin}
 */
export const withoutNames = {
  name: 'without-component-names',
  enforce: 'post',
  apply: 'build',
  transform: (code, id) => /\.vue(?:$|\?)/.test(id) ? { code: code.replace(/__name:\s*['"]\w+['"],?/, ''), map: null } : undefined,
}
