/** The header in which a page inside an LMS says whose it is. Its own file: pages bring no schema. */
export const LTI_KEY = 'x-lti-key'
