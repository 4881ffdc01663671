/**
 * People of the warm register: an ink line of 3, round heads.
 * The waist is at 0, 0, the chest up to -90, the eyes at -130, the chin near -84.
 */
export const warmFigure = {
  'w-torso': '<path class="_o _c1" d="M-18-92C-40-88-52-78-54-58-58-20-62 60-66 170H68C64 60 60-20 56-58 54-78 42-88 20-92z"/>',
  'w-body': '<path class="_o _c1" d="M-18-92C-40-88-52-78-54-58-56-20-58 10-59 38q60 13 120 0C60 10 58-20 56-58 54-78 42-88 20-92z"/>',
  'w-neck': '<path class="_o _sk" d="M-15-108h33l2 24c-8 12-30 12-37 0z"/>',
  'w-legs-stand': '<path class="_o _lg" d="M-54 24H0l-2 88h-40zM2 24h54l-10 88H6z"/><path class="_o _so" d="M-44 108h44c3 8 3 14 2 21h-58c-2-12 2-19 12-21zM6 108h40c12 2 20 9 20 21H6z"/>',
  'w-legs-walk': '<path class="_o _lg" d="M-52 24H6c-8 34-24 60-50 82l-26-22c16-18 20-36 18-60z"/><path class="_o _so" d="M-70 80l28 24c-2 10-8 18-16 22-16-12-26-26-30-40z"/><path class="_o _lg" d="M-4 24h60c0 34 8 56 18 84l-36 6C26 84 14 52-4 24z"/><path class="_o _so" d="M38 110l34-6c14 2 24 8 28 18l-58 8z"/>',
  'w-legs-sit': '<path class="_o _lg" d="M-58 2H60c10 26 8 44-1 56l-5 54H20l-4-46h-28l-4 46h-34l-6-54c-9-12-12-30-2-56z"/><path class="_l" d="M2 28v34"/><path class="_o _so" d="M-52 108h38l-1 21h-52c0-12 5-19 15-21zM20 108h36c10 2 15 9 15 21H19z"/>',
  'w-legs-side': '<path class="_o _so" d="M62 106h42c14 3 20 11 20 23H62z"/><path class="_o _lg" d="M-54 4c26-8 70-8 112 0 30 4 48 14 50 30l-2 76H64l-4-46c-40 8-84 6-110-4-10-16-10-38-4-56z"/><path class="_l" d="M-14 50q44 6 78-6"/>',
  'w-head-round': '<path class="_o _sk" d="M-40-134c0-36 82-38 82 0 2 30-14 48-40 48-24 0-42-18-42-48z"/>',
  'w-head-long': '<path class="_o _sk" d="M-38-142c0-36 78-38 79 0 2 16 0 32-6 42-7 13-18 19-32 19-16 0-28-8-34-21-5-10-7-25-7-40z"/>',
  'w-head-wide': '<path class="_o _sk" d="M-42-136c0-38 86-40 87 0 2 14 1 26-4 35-8 14-22 17-38 17s-31-4-39-17c-5-9-7-21-6-35z"/>',
  'w-head-pear': '<path class="_o _sk" d="M-35-144c2-32 70-34 73 0 9 14 12 28 7 40-6 16-23 21-42 21s-36-5-42-20c-4-13-2-27 4-41z"/>',
  'w-ear': '<path class="_o _sk" d="M-37-136c-15-5-18 18-2 20"/>',
  'w-skull': '<path class="_o _hr" d="M-40-136c0-36 82-38 82 0 2 24-6 40-16 46-16 6-36 6-50 0-12-8-17-26-16-46z"/>',
  'w-skull-line': '<path class="_l" d="M-40-124c3 17 8 27 16 33 16 6 36 6 50 0 9-6 14-17 16-33"/>',
  'w-nape': '<path class="_c1" d="M-20-93c10-6 34-6 42 0l4 16h-50z"/><path class="_l _n" d="M-19-92c10 8 30 8 40 0"/>',
  'w-eyes': '<ellipse class="_ik" cx="-5" cy="-130" rx="4" ry="5.2"/><ellipse class="_ik" cx="26" cy="-130" rx="4" ry="5.2"/><path class="_wh" d="M-4.5-134.5a1.7 1.7 0 1 0 .1 0M26.5-134.5a1.7 1.7 0 1 0 .1 0"/>',
  'w-calm': '<path class="_l _b" d="M-13-143q8-5 14 0M20-143q7-5 13 0"/><use href="#w-eyes"/><path class="_l _n" d="M3-106q8 4 16 0"/>',
  'w-smile': '<path class="_l _b" d="M-14-145q8-7 15-1M20-146q7-6 14 1"/><use href="#w-eyes"/><path class="_l" d="M-4-110q14 15 29-2"/>',
  'w-happy': '<path class="_l _b" d="M-14-149q8-8 15-2M20-151q7-6 14 1"/><path class="_l" d="M-13-128q7-11 15 0M20-128q7-10 14 0"/><path class="_te _o" d="M-6-112q18 6 32-2c0 15-7 21-16 21s-15-8-16-19z"/><path class="_to" d="M2-97q8-6 15-1-7 8-15 1z"/>',
  'w-worried': '<path class="_l _b" d="M-16-142q7-3 15-10M21-152q6 5 14 8"/><use href="#w-eyes"/><path class="_l" d="M2-100q8-8 16 0"/>',
  'w-tired': '<path class="_l _b" d="M-16-139q8-5 15-2M20-141q7-3 14 2"/><path class="_ik" d="M-10-130h10a5 5.5 0 0 1-10 0zM21-130h10a5 5.5 0 0 1-10 0z"/><path class="_l _n" d="M-13-130q8-2 16 0M18-130q8-2 15 0M-9-119q4 2 8 0M23-119q4 2 7-1M4-103q6-3 13 0"/>',
  'w-blush': '<ellipse class="_blush" cx="-19" cy="-113" rx="8" ry="5.5"/><ellipse class="_blush" cx="36" cy="-114" rx="5" ry="5.5"/>',
  'w-nose-tick': '<path class="_l _n" d="M13-128q6 9-2 10"/>',
  'w-nose-wide': '<path class="_l _n" d="M6-122q1 6 8 6t9-6"/>',
  'w-nose-dot': '<path class="_l _n" d="M11-121q5 4 8-2"/>',
  'w-nose-long': '<path class="_l _n" d="M13-134c1 8 9 13 7 18q-4 4-10 1"/>',
} as const
