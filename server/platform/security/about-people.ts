/**
 * Which addresses are about people. Pages are found in any letters, with a slash at the end, and with signs written as numbers;
 * so are these.
 */
const PARTS: readonly string[] = ['api', 'teach', 'my', 'join', 'setup', 'lti']

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  }
  catch {
    return path
  }
}

/** @param path of a request, without the app's own base, with its query */
export function isAboutPeople(path: string): boolean {
  const [first = ''] = decoded(path.split(/[?#]/)[0] ?? '').toLowerCase().split(/[/\\]+/).filter(part => part !== '' && part !== '.')
  return PARTS.includes(first)
}
