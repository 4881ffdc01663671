/** The signs on buttons and ways of staff pages: one line of 2 px in a square of 24. Words stand beside each. */
export const icons = {
  back: 'M15 5l-7 7 7 7',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 22h4',
  board: 'M3 4h18v12H3zM12 16v4M8 20h8',
  calendar: 'M4 6h16v15H4zM4 11h16M8 3v5M16 3v5',
  classes: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-8 12-8 12 0M16 4.5a3.5 3.5 0 0 1 0 6M18 14c2 1 3 3 3 6',
  close: 'M6 6l12 12M18 6L6 18',
  dash: 'M6 12h12',
  door: 'M6 21V9a6 6 0 0 1 12 0v12M3 21h18M14.5 14h.1',
  down: 'M6 9l6 6 6-6',
  eye: 'M2 12c5-9 15-9 20 0-5 9-15 9-20 0zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  full: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  lessons: 'M12 6c-2-2-5-2-9-2v14c4 0 7 0 9 2 2-2 5-2 9-2V4c-4 0-7 0-9 2zM12 6v14',
  lms: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  lock: 'M6 11h12v10H6zM8 11V8a4 4 0 0 1 8 0v3',
  more: 'M5 12h.1M12 12h.1M19 12h.1',
  play: 'M7 4l13 8-13 8z',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V3h10v6M7 17H4v-8h16v8h-3M7 14h10v7H7z',
  save: 'M12 4v12M7 11l5 5 5-5M4 20h16',
  school: 'M3 20h18M5 20V9l7-5 7 5v11M10 20v-5h4v5M9 11h.1M15 11h.1',
  swap: 'M4 8h14l-4-4M20 16H6l4 4',
  tick: 'M5 12l5 5 9-10',
  today: 'M4 20V10l8-6 8 6v10zM10 20v-6h4v6',
  undo: 'M8 5L4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3',
} as const

export type IconName = keyof typeof icons
