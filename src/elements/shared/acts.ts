import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Change } from '../../model/record.js';
import { type ErrorCode, codeOf, MilieuError } from '../../records/errors.js';
import type { ActInput, Sent, Target } from '../../records/types.js';
import type { Community } from '../community/community.js';

/** How far the last act of a widget has come. `saved` is said after the transaction; `sent` only when the backend said so. */
export type Progress =
  | { readonly is: 'idle' }
  | { readonly is: 'saving' }
  | { readonly is: 'unsaved'; readonly code: ErrorCode }
  | { readonly is: 'saved'; readonly id: string; readonly kind: string; readonly sent: Sent; readonly at: string; readonly personal: boolean };

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly community: Community | undefined;
}

/** Saves the acts of one widget and follows the last one until the backend has it. */
export class Acts implements ReactiveController {
  progress: Progress = { is: 'idle' };

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  /**
   * Saves one act. @returns the change when it is on the disk, undefined where it is not: `progress` then says why,
   * and nothing of what was typed may be cleared.
   */
  async act(action: string, target: Target, input?: ActInput): Promise<Change | undefined> {
    this.#show({ is: 'saving' });
    try {
      if (!this.host.community) throw new MilieuError('closed');
      const change = await this.host.community.act(action, target, input);
      const root = change.records[0];
      const personal = change.records.every((record) => record.visibility === 'self');
      this.#show({ is: 'saved', id: root?.id ?? target.id, kind: target.kind, sent: 'waiting', at: change.at, personal });
      // The backend may have had it before this line: then no change of status comes any more.
      this.follow();
      return change;
    } catch (error) {
      this.#show({ is: 'unsaved', code: codeOf(error) });
      if (!(error instanceof MilieuError)) this.host.community?.report(error);
      return undefined;
    }
  }

  /** Forgets the last act, as when another page of the widget opens. */
  clear(): void {
    this.#show({ is: 'idle' });
  }

  /** Called by the host whenever the community changed: looks whether the last act has been sent. */
  follow(): void {
    const { progress } = this;
    const records = this.host.community?.records;
    if (progress.is !== 'saved' || progress.sent === 'sent' || !records) return;
    records.get(progress.id).then(
      (kept) => {
        // A new record that the backend refused stands no longer: its words are in the list of what could not be sent.
        const sent = kept?.sent ?? 'refused';
        if (this.progress !== progress || sent === progress.sent) return;
        this.#show({ ...progress, sent, at: new Date().toISOString() });
      },
      (error: unknown) => this.host.community?.report(error, progress.id),
    );
  }

  hostDisconnected(): void {
    this.progress = { is: 'idle' };
  }

  #show(progress: Progress): void {
    this.progress = progress;
    this.host.requestUpdate();
  }
}
