import { codeOf, type ErrorCode, MilieuError } from '../../records/base/errors.js';
import type { Failure } from '../../records/base/types.js';
import { MilieuErrorEvent } from './events.js';
import { InvalidNames } from './host-input.js';
import { withStatus } from './watch-store.js';
import { warnOfUnclear } from './unclear-answer-warning.js';

export type Told = { [F in keyof Failure]?: Failure[F] | undefined } & Pick<Failure, 'code'> & { readonly property?: string | undefined };

const unreported: readonly ErrorCode[] = ['closed', 'locked', 'bad-property', ...withStatus];

/** What the host of a community is told by `milieu-error`. */
export class Reports {
  /** Names of the host's properties that are not valid. */
  readonly invalid = new InvalidNames();

  constructor(
    private readonly target: () => HTMLElement | undefined,
    private readonly community: () => string,
  ) {}

  /** Reports an error by its code, unless it needs no report or has had one. `bad-property` always names its `property`. */
  report(error: unknown, id?: string, property?: string): void {
    const code = codeOf(error);
    if (property || !unreported.includes(code)) this.tell({ code, id, property });
  }

  /** Records whether a property is valid. A property that becomes invalid is reported. */
  setValid(name: string, fit: boolean): void {
    if (this.invalid.mark(name, fit)) this.report(new MilieuError('bad-property'), undefined, name);
  }

  /** Reports, once for each community and page load, that an answer of the backend was unclear. */
  unclear(id?: string): void {
    if (warnOfUnclear(this.community())) this.tell({ code: 'unclear-answer', id });
  }

  tell({ code, id, count, kinds, property }: Told): void {
    this.target()?.dispatchEvent(new MilieuErrorEvent(code, id, count, kinds, property));
  }
}
