/** Where a browser runs no scripts, a page whose controls need them says so, above everything else. */
export function useNoScript() {
  const { t } = useI18n()
  useHead({ noscript: [{ key: 'needs-script', tagPosition: 'bodyOpen', innerHTML: `<p class="no-script">${t('site.no-script')}</p>` }] })
}
