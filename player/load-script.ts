/** Loads one of the package's own scripts when it is needed. @returns whether it came */
export function loadScript(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement('script')
    script.src = path
    script.onload = () => resolve(true)
    script.onerror = () => resolve(false)
    document.head.append(script)
  })
}
