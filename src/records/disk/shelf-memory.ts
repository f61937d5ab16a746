import { MilieuError } from '../errors.js';
import { type Shapes, type StoreName, stores } from './shapes.js';
import type { Mode, Place, Shelf, Tx, Within } from './shelf.js';

type Row = Shapes[StoreName];
type Rows = Map<Place, Row>;
interface Entry {
  readonly at: Place;
  readonly key: Place;
}

/** The twin of the shelf on disk: same order, same unique keys, same all-or-nothing; gone with the page. */
export class MemoryShelf implements Shelf {
  readonly lasting = false;
  #rows = new Map<StoreName, Rows>((Object.keys(stores) as StoreName[]).map((name) => [name, new Map()]));
  #last: Promise<unknown> = Promise.resolve();
  #seq = 0;
  #closed = false;

  run<T>(_names: readonly StoreName[], mode: Mode, work: (tx: Tx) => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#once(mode, work));
    this.#last = turn.then(
      () => undefined,
      () => undefined, // the caller hears of it; the next in line only waits
    );
    return turn;
  }

  close(): void {
    this.#closed = true;
    for (const rows of this.#rows.values()) rows.clear();
  }

  async #once<T>(mode: Mode, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.#closed) throw new MilieuError('closed');
    const undo: (() => void)[] = [];
    try {
      return await work(this.#tx(mode, undo));
    } catch (error) {
      for (const step of undo.reverse()) step();
      throw error;
    }
  }

  #tx(mode: Mode, undo: (() => void)[]): Tx {
    const of = (name: StoreName): Rows => this.#rows.get(name)!;
    const write = (name: StoreName, key: Place, row: Row | undefined): void => {
      if (mode === 'read') throw new DOMException('', 'ReadOnlyError');
      const before = of(name).get(key);
      undo.push(() => (before === undefined ? of(name).delete(key) : of(name).set(key, before)));
      if (row === undefined) of(name).delete(key);
      else of(name).set(key, row);
    };
    return {
      get: async <S extends StoreName>(name: S, key: Place) => structuredClone(of(name).get(key)) as Shapes[S] | undefined,
      all: async <S extends StoreName>(name: S, within: Within = {}) =>
        entries(name, of(name), within).map(({ key }) => structuredClone(of(name).get(key)) as Shapes[S]),
      first: async (name, within) => entries(name, of(name), { ...within, limit: 1 })[0]?.key,
      count: async (name, within = {}) => entries(name, of(name), within).length,
      put: async (name, row) => write(name, keyOf(name, row), structuredClone(row)),
      add: async (name, row) => {
        const whole = (stores[name].auto ? { ...row, seq: ++this.#seq } : row) as unknown as Row;
        const key = keyOf(name, whole);
        if (of(name).has(key) || clashes(name, of(name), whole)) throw new DOMException('', 'ConstraintError');
        write(name, key, structuredClone(whole));
      },
      delete: async (name, key) => write(name, key, undefined),
      clear: async (name) => [...of(name).keys()].forEach((key) => write(name, key, undefined)),
    };
  }
}

const keyOf = (name: StoreName, row: Row): Place => field(row, stores[name].keyPath) as Place;
const field = (row: Row, name: string): unknown => (row as unknown as Record<string, unknown>)[name];

function clashes(name: StoreName, rows: Rows, row: Row): boolean {
  const unique = Object.keys(stores[name].indexes).filter((index) => stores[name].indexes[index]?.unique);
  return unique.some((index) => [...rows.values()].some((other) => compare(field(other, index) as Place, field(row, index) as Place) === 0));
}

function entries(name: StoreName, rows: Rows, within: Within): Entry[] {
  const found: Entry[] = [];
  for (const [key, row] of rows) for (const at of placesOf(name, key, row, within.index)) if (fits(at, within)) found.push({ at, key });
  found.sort((a, b) => compare(a.at, b.at) || compare(a.key, b.key));
  return within.limit === undefined ? found : found.slice(0, within.limit);
}

function placesOf(name: StoreName, key: Place, row: Row, index: string | undefined): readonly Place[] {
  if (index === undefined) return [key];
  const value = field(row, index) as Place | undefined;
  if (value === undefined) return [];
  return stores[name].indexes[index]?.multi ? (value as readonly Place[]) : [value];
}

function fits(at: Place, { from, to, after }: Within): boolean {
  if (from !== undefined && compare(at, from) < (after ? 1 : 0)) return false;
  return to === undefined || compare(at, to) <= 0;
}

const rank = (place: Place): number => (typeof place === 'number' ? 0 : typeof place === 'string' ? 1 : place instanceof Uint8Array ? 2 : 3);

/** The order of IndexedDB. */
export function compare(a: Place, b: Place): number {
  const apart = rank(a) - rank(b);
  if (apart !== 0) return apart;
  if (typeof a === 'number' || typeof a === 'string') return a < b ? -1 : a > b ? 1 : 0;
  const left = a as ArrayLike<Place>;
  const right = b as ArrayLike<Place>;
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const step = compare(left[i]!, right[i]!);
    if (step !== 0) return step;
  }
  return left.length - right.length;
}
