// Runs in a page before its scripts. Time goes on as usual, and `passTime(ms)` moves it forward: Date, `performance.now` and timers. Timers
// that become due run in order, each at its own time, and the page may work between them.
(() => {
  const real = { Date, now: performance.now.bind(performance), set: setTimeout.bind(globalThis), clear: clearTimeout.bind(globalThis) };
  /** @type {Map<number, { at: number, run: () => void, real: ReturnType<typeof setTimeout> }>} */
  const timers = new Map();
  let ahead = 0;
  let ids = 1e9;
  const mono = () => real.now() + ahead;

  class MovedDate extends real.Date {
    /** @param {[] | ConstructorParameters<typeof Date>} args */
    constructor(...args) {
      super(.../** @type {[number]} */ (args.length ? args : [MovedDate.now()]));
    }
    /** @override */
    static now() {
      return Math.round(real.Date.now() + ahead); // a whole number, as in every browser
    }
  }

  const fire = (id) => {
    const timer = timers.get(id);
    timers.delete(id);
    timer?.run();
  };
  const add = (run, ms = 0, ...args) => {
    const id = ++ids;
    timers.set(id, { at: mono() + ms, run: () => run(...args), real: real.set(() => fire(id), ms) });
    return id;
  };
  const drop = (id) => {
    real.clear(timers.get(id)?.real ?? id);
    timers.delete(id);
  };

  // Requests and the database take real time. Time does not move while they work, or every limit of time would be reached at once.
  let requests = 0;
  const realFetch = fetch.bind(globalThis);
  /** @param {Parameters<typeof fetch>} args */
  const countedFetch = async (...args) => {
    requests += 1;
    try {
      return await realFetch(...args);
    } finally {
      requests -= 1;
    }
  };
  const turn = () => new Promise((resolve) => void real.set(resolve));
  async function rest() {
    for (let turns = 0; turns < 10 || requests > 0; turns = requests > 0 ? 0 : turns + 1) await turn();
  }

  async function passTime(ms) {
    const end = mono() + ms;
    for (;;) {
      const [due] = [...timers].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at);
      if (!due) break;
      const [id, { at, real: timer }] = due;
      real.clear(timer);
      ahead += Math.max(0, at - mono());
      fire(id);
      await rest();
    }
    ahead += Math.max(0, end - mono());
    await rest();
  }

  performance.now = mono;
  Object.assign(globalThis, { Date: MovedDate, setTimeout: add, clearTimeout: drop, fetch: countedFetch, passTime });
})();
