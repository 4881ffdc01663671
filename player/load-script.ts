/** Loads one of the package's own scripts when it is needed. @returns whether it came */
export function loadScript(path: string): Promise<boolean> {
  const script = document.createElement('script')
  script.src = path
  return added(script)
}

/** Loads one of the package's own style sheets. @returns whether it came */
export function loadStyle(path: string): Promise<boolean> {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = path
  return added(link)
}

function added(element: HTMLElement): Promise<boolean> {
  return new Promise((resolve) => {
    element.onload = () => resolve(true)
    element.onerror = () => {
      element.remove()
      resolve(false)
    }
    document.head.append(element)
  })
}
