/**
 * A small page of every SCORM package that the lesson does not need: asking for it uncached shows whether the server behind the
 * LMS can still be reached. It is a page for people all the same. Whoever was signed out is led to it by Moodle after signing in
 * again, because it was the last thing that was asked for.
 */
export const SERVER_FILE = 'connected.html'

/** Stands in it. Whatever else comes back was not the package's server. */
export const SERVER_WORD = 'whos-there-connected'
