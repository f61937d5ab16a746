/** The whole seconds of one breath. */
export interface Pace {
  readonly in: number;
  readonly out: number;
}

/** The paces that a person can choose besides the card's own. */
export const paces: readonly Pace[] = [
  { in: 3, out: 4 },
  { in: 4, out: 6 },
  { in: 5, out: 7 },
];

/** The state of a breath. */
export interface BreathState {
  readonly phase: 'in' | 'out';
  /** 0 (empty) to 1 (full). */
  readonly fullness: number;
  /** The current second of this phase, starting at 1. */
  readonly second: number;
  /** Seconds of this breath that have started. */
  readonly begun: number;
  /** The number of the breath, starting at 1. */
  readonly at: number;
}

/** The state of the breath after `seconds` at one pace. */
export function breathAt(seconds: number, pace: Pace): BreathState {
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

/** How many whole breaths last at least `seconds`; at least one. */
export const breathsIn = (seconds: number, pace: Pace): number => Math.max(1, Math.ceil(seconds / (pace.in + pace.out)));
