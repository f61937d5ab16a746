type Detail<Events, E extends keyof Events> = Events[E] extends void ? [] : [detail: Events[E]];

/** Tells whoever asked, in the order in which they asked. `Events` gives each event's name the type of what is told with it. */
export class Emitter<Events extends object> {
  readonly #listeners = new Map<keyof Events, Set<(detail: never) => void>>();

  /** Returns the way to stop. */
  on<E extends keyof Events>(event: E, run: (detail: Events[E]) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(run));
    return () => void listeners.delete(run);
  }

  /** What a listener throws goes to the caller, and the listeners after it are not told. */
  emit<E extends keyof Events>(event: E, ...[detail]: Detail<Events, E>): void {
    for (const run of this.#listeners.get(event) ?? []) run(detail as never);
  }
}
