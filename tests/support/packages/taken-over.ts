/** Runs in a package's page. @returns whether the player has taken over what was prerendered, and what keeps the attempt has come */
export const hasTakenOver = () => {
  const player = document.querySelector('#player')
  return player !== null && '__vue_app__' in player && !('whosThereRecord' in window) && document.querySelector('main.waiting') === null
}
