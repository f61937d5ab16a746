/** A clock that stands still until a test moves it: Date, timers, frames and `performance.now`. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Moves time; due timers run in order, and promises between them resolve. */
  tick(ms: number): Promise<void>;
  /** Jumps without running timers, like a laptop that slept. */
  jump(ms: number): void;
  /** Restores the clock of the page. */
  restore(): void;
}

interface Due {
  readonly id: number;
  at: number;
  readonly every?: number;
  readonly run: () => void;
}

const FRAME = 16;
type Callback = (...args: unknown[]) => void;

let held: Clock | undefined;
afterEach(() => held?.restore());

/** Starts a clock at `start` (ISO 8601 or milliseconds). It ends with the test at the latest. */
export function holdClock(start: string | number = '2026-03-02T09:00:00.000Z'): Clock {
  const real = { Date, setTimeout, clearTimeout, setInterval, clearInterval, requestAnimationFrame, cancelAnimationFrame };
  const later = setTimeout;
  const { port1, port2 } = new MessageChannel();
  port1.start();
  const realNow = performance.now.bind(performance);
  const origin = typeof start === 'number' ? start : real.Date.parse(start);
  const due = new Map<number, Due>();
  let now = origin;
  /** Far from the page's own numbers, so that an earlier timer is never confused with one of these. */
  let ids = 1e9;

  const add = (run: () => void, delay: number, every?: number): number => {
    const id = ++ids;
    due.set(id, { id, at: now + Math.max(delay, 1), run, ...(every === undefined ? {} : { every: Math.max(every, 1) }) });
    return id;
  };
  const drop = (id?: number): void => {
    if (id !== undefined && !due.delete(id)) real.clearTimeout.call(globalThis, id);
  };
  const dropFrame = (id: number): void => {
    if (!due.delete(id)) real.cancelAnimationFrame.call(globalThis, id);
  };
  /** Lets promises and the page's own tasks, such as IndexedDB, continue. */
  const turn = (): Promise<void> => new Promise((resolve) => void later(resolve));
  /** The same without the minimum of 4 ms between nested timers: a minute has 3750 frames. */
  const shortTurn = (): Promise<void> =>
    new Promise((resolve) => {
      port1.addEventListener('message', () => resolve(), { once: true });
      port2.postMessage(null);
    });

  class HeldDate extends real.Date {
    constructor(...args: [] | ConstructorParameters<typeof Date>) {
      super(...((args.length ? args : [now]) as [number]));
    }
    static override now = (): number => now;
  }

  Object.assign(globalThis, {
    Date: HeldDate,
    setTimeout: (run: Callback, delay = 0, ...args: unknown[]) => add(() => run(...args), delay),
    setInterval: (run: Callback, every = 0, ...args: unknown[]) => add(() => run(...args), every, every),
    requestAnimationFrame: (run: FrameRequestCallback) => add(() => run(now - origin), FRAME),
    clearTimeout: drop,
    clearInterval: drop,
    cancelAnimationFrame: dropFrame,
  });
  performance.now = () => now - origin;

  const next = (end: number): Due | undefined => {
    let first: Due | undefined;
    for (const timer of due.values()) if (timer.at <= end && (!first || timer.at < first.at)) first = timer;
    return first;
  };

  held = {
    get now() {
      return now;
    },
    async tick(ms) {
      const end = now + ms;
      for (let timer = next(end); timer; timer = next(end)) {
        now = Math.max(now, timer.at);
        if (timer.every === undefined) due.delete(timer.id);
        else timer.at = now + timer.every;
        timer.run();
        await shortTurn();
      }
      now = end;
      await turn();
    },
    jump: (ms) => void (now += ms),
    restore() {
      Object.assign(globalThis, real);
      performance.now = realNow;
      port1.close();
      held = undefined;
    },
  };
  return held;
}
