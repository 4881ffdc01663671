/** Hands of both registers. `rest` lies on somebody's shoulder, `thumb` holds something flat, its fingers behind that. */
export const hands = {
  hand: '<path class="_o _sk" d="M-12-3c0-6 24-6 25 1 2 10-1 22-12 22-9 0-15-10-13-23z"/><path class="_o _sk" d="M10 0c8 0 10 12 4 16-5 0-7-5-7-9"/>',
  grip: '<path class="_o _sk" d="M-13 7c-4-12-2-22 7-23 6-4 14-2 17 4 5 7 5 17 0 23-6 7-19 6-24-4z"/><path class="_fl" d="M2-8h9M4 0h9M2 8h8"/>',
  rest: '<path class="_o _sk" d="M-13-8C-9-17 12-17 16-6c3 10 2 22-6 22-2 0-4-1-5-3-3 4-8 4-10 0-5 3-9 0-9-5-2-6-2-11 1-16z"/><path class="_fl" d="M5 3v9M-5 3v9"/>',
  open: '<path class="_o _sk" d="M-12 12c-3-6-12-10-15-16-1-5 4-8 8-4l7 5-5-20c-1-6 7-8 9-2l5 15 1-20c1-6 9-6 9 0l1 20 6-16c2-5 9-3 8 2l-4 22c5-2 9 2 6 6-6 6-8 18-16 20-8 2-17-2-20-12z"/>',
  finger: '<path class="_o _sk" d="M-13-2c-1-10 7-15 16-13l22-1c7 0 7 9 0 10l-13 1c3 3 3 8 0 11-1 6-7 10-13 9-8 0-12-8-12-17z"/><path class="_fl" d="M2-2h8M2 6h7"/>',
  chin: '<path class="_o _sk" d="M-12 10c-4-8-2-20 6-22 3-8 12-6 12 0 6 2 9 8 8 14-2 12-18 18-26 8z"/><path class="_fl" d="M-2-4q6 0 8 4"/>',
  thumb: '<path class="_o _sk" d="M15-15C7-20-2-19-8-13L-21-8c-7 3-5 12 3 11l13-2c-3 9 2 17 10 17 8-1 12-7 13-15 1-7 1-13-3-18z"/><path class="_fl" d="M-5 1q6-2 8-7M7 10h8"/>',
} as const
