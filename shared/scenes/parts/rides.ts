/** What people ride, push or lean on, round the person's waist; `-behind` goes behind them. */
export const rides = {
  'wheelchair-behind': '<path class="_l" d="M-60-62l-20-6M62-62l20-6"/><path class="_o _violet" d="M-64-66q66-10 132 0l-4 84H-60z"/><path class="_o _ik" d="M-92 62c0-34 8-62 18-62s18 28 18 62-8 64-18 64-18-30-18-64zM58 62c0-34 8-62 18-62s18 28 18 62-8 64-18 64-18-30-18-64z"/><path class="_grey" d="M-84 62c0-26 4-50 9-50s9 24 9 50-4 52-9 52-9-26-9-52zM66 62c0-26 4-50 9-50s9 24 9 50-4 52-9 52-9-26-9-52z"/>',
  wheelchair: '<path class="_o _violet" d="M-58 126h122l6 10H-64z"/>',
  walker: '<path class="_o _grey" d="M-66 22h14l-8 108h-14zM54 22h14l10 108H64z"/><path class="_o _violet" d="M-60 66H64v24H-62z"/><path class="_sun" d="M-44 68h10l-8 20h-10zM-22 68h10l-8 20h-10zM0 68h10L2 88H-8zM22 68h10l-8 20H14z"/><path class="_o _ik" d="M-74 128a8 8 0 1 1 16 0 8 8 0 1 1-16 0zM62 128a8 8 0 1 1 16 0 8 8 0 1 1-16 0z"/>',
  crutch: '<path class="_violet" d="M-66-6h10l-6 222h-10zM60-6h10l6 222H66z"/><path class="_ik" d="M-74-8h22v14h-22zM56-8h22v14H56zM-74 212h14v12h-14zM64 212h14v12H64z"/>',
  crutches: '<path class="_o _violet" d="M-10-120l8-1L18 20h-9zM10-120l8 1L2 20h-8z"/><path class="_o _ik" d="M-14-124h16v10h-16zM6-124h16v10H6z"/>',
} as const
