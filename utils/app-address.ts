/**
 * The one way from a path of the app to an address that a browser can ask for: the app may lie under a path (`NUXT_APP_BASE_URL`).
 * Links of the router, `navigateTo` and `$fetch` do the same by themselves; everything else asks here,
 * or for a page of the app `pageAddress`.
 * @param path with a slash at its beginning, such as "/pictures/logo.svg"
 */
export function appAddress(path: string): string {
  return useRuntimeConfig().app.baseURL.replace(/\/$/, '') + path
}
