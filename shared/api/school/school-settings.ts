import type { School, SchoolSettings } from '#shared/api/school/school'

/** @returns what of a school can be set, as `PUT /api/school` takes it; the rest of what is told of it is only read */
export const settingsOf = (school: School): SchoolSettings => {
  const { name, helpContact, nation, yearEnds, keepMonths, secondStep, pupilAccounts } = school
  return { name, helpContact, nation, yearEnds, keepMonths, secondStep, pupilAccounts }
}
