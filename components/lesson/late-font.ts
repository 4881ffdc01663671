/**
 * Lets the browser have a font, which it fetches where a text is set in it. Said once a page works: in a style sheet it would take
 * its share of a slow line from the scripts. Until it has come, and where it cannot, the letters of the system stand there.
 * @param weight one, or two for all between them, as in CSS
 */
export function addLateFont(name: string, address: string, weight: string): void {
  document.fonts.add(new FontFace(name, `url(${address})`, { weight, display: 'swap' }))
}
