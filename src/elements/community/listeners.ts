/** Functions that are called together. */
export class Listeners {
  readonly #all = new Set<() => void>();

  /** Returns a function that removes it. */
  add(run: () => void): () => void {
    this.#all.add(run);
    return () => void this.#all.delete(run);
  }

  run(): void {
    for (const run of [...this.#all]) run();
  }

  get isEmpty(): boolean {
    return this.#all.size === 0;
  }
}
