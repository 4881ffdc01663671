/**
 * Whether a record has this key of its own: an id such as "constructor" must not find what every object inherits.
 * (`Object.hasOwn` says the same, but browsers on old Chromebooks lack it.)
 */
export function hasOwnKey(record: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(record, key)
}
