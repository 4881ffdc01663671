/** What activities.js needs of Vue, and no more; vite.config.ts writes it. */
declare module 'virtual:vue-for-activities' {
  const vue: Readonly<Record<string, unknown>>
  export = vue
}
