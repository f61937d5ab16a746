import { codeOf, type ErrorCode, MilieuError } from '../../records/base/errors.js';
import type { Failure } from '../../records/base/types.js';
import { MilieuErrorEvent } from './events.js';
import { InvalidNames } from './host-input.js';

/** Where in a property the fault is. */
interface At {
  readonly id?: string | undefined;
  readonly row?: number | undefined;
}
export type Told = At & { [F in keyof Failure]?: Failure[F] | undefined } & Pick<Failure, 'code'> & { readonly property?: string | undefined };

const unreported: readonly ErrorCode[] = ['closed', 'locked', 'bad-property', 'damaged-key', 'newer-schema'];

/** What the host of a community is told by `milieu-error`. */
export class Reports {
  /** Names of the host's properties that are not valid. */
  readonly invalid = new InvalidNames();

  /** @param said the code that the status has, and the host has been told of */
  constructor(
    private readonly target: () => HTMLElement | undefined,
    private readonly said: () => ErrorCode | undefined,
  ) {}

  /** Reports an error by its code, unless it needs no report or has had one. `bad-property` always names its `property`. */
  report(error: unknown, id?: string, property?: string, row?: number): void {
    const code = codeOf(error);
    const wasTold = unreported.includes(code) || (code === 'missing-file' && this.said() === code);
    if (property || !wasTold) this.tell({ code, id, property, row });
  }

  /** Records whether a property is valid. A property that becomes invalid is reported. */
  setValid(name: string, fit: boolean, { id, row }: At = {}): void {
    if (this.invalid.mark(name, fit)) this.report(new MilieuError('bad-property'), id, name, row);
  }

  tell({ code, id, count, kinds, property, row }: Told): void {
    this.target()?.dispatchEvent(new MilieuErrorEvent(code, id, count, kinds, property, row));
  }
}
