import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MilieuError } from '../../records/base/errors.js';
import type { Community } from '../community/community.js';

interface Host extends ReactiveControllerHost {
  readonly community: Community | undefined;
}

/** `empty`: an empty list is valid, and says none. `one`: it is one word; an empty text counts as unset, as a framework writes it. */
interface Rule {
  readonly empty?: boolean;
  readonly one?: boolean;
}

/**
 * A list of words with which a host says what a widget has, such as `write sent`. Unset, it has all. A word that is not known is told to the host
 * and does not count; if no word is left, the widget has all.
 */
export class HostWords implements ReactiveController {
  #before: unknown;
  #words: readonly string[] | undefined;

  constructor(
    private readonly host: Host,
    private readonly name: string,
    private readonly known: () => readonly string[],
    private readonly rule: Rule = {},
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const value: unknown = (this.host as unknown as Record<string, unknown>)[this.name];
    if (value === this.#before) return;
    this.#before = value;
    this.#words = undefined;
    if (value === undefined || value === null || (value === '' && this.rule.one)) return;
    const words = typeof value === 'string' ? this.#split(value) : [''];
    const known = words.filter((word) => this.known().includes(word));
    const isNone = words.length === 0 && this.rule.empty;
    if (known.length > 0 || isNone) this.#words = known;
    if (known.length < words.length || (words.length === 0 && !isNone))
      this.host.community?.report(new MilieuError('bad-property'), undefined, this.name);
  }

  #split(value: string): readonly string[] {
    return this.rule.one ? [value] : value.split(/\s+/).filter(Boolean);
  }

  /** The first word that is known; undefined if there is none. */
  get first(): string | undefined {
    return this.#words?.[0];
  }

  has(word: string): boolean {
    return this.#words?.includes(word) ?? true;
  }
}
