/** Whole seconds of one breath. */
export interface Pace {
  readonly in: number;
  readonly out: number;
}

/** The paces a person may choose from, beside the card's own. */
export const paces: readonly Pace[] = [
  { in: 3, out: 4 },
  { in: 4, out: 6 },
  { in: 5, out: 7 },
];

/** Where a breath stands. */
export interface Breath {
  readonly phase: 'in' | 'out';
  /** 0 empty to 1 full. */
  readonly fullness: number;
  /** Second of this phase, from 1. */
  readonly second: number;
  /** Whole seconds of this breath that have begun. */
  readonly begun: number;
  /** Which breath, from 1. */
  readonly at: number;
}

/** The breath after `seconds` at one pace. */
export function breathAt(seconds: number, pace: Pace): Breath {
  const whole = pace.in + pace.out;
  const within = seconds % whole;
  const isIn = within < pace.in;
  const inPhase = isIn ? within : within - pace.in;
  return {
    phase: isIn ? 'in' : 'out',
    fullness: isIn ? within / pace.in : 1 - inPhase / pace.out,
    second: Math.floor(inPhase) + 1,
    begun: Math.floor(within) + 1,
    at: Math.floor(seconds / whole) + 1,
  };
}

/** How many whole breaths fill about `seconds`; at least one. */
export const breathsIn = (seconds: number, pace: Pace): number => Math.max(1, Math.ceil(seconds / (pace.in + pace.out)));
