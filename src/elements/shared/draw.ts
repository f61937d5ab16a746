import { html, type TemplateResult } from 'lit';
import type { Kept } from '../../records/types.js';
import { MilieuError } from '../../records/errors.js';
import type { Screen } from './screen.js';
import type { SharedKey } from './strings.js';

/** What a view draws itself; the other screens look the same everywhere. */
export interface Drawing<D> {
  /** Also drawn where the store can only be read; `writable` is false then. */
  ready(kept: readonly Kept<D>[], writable: boolean): unknown;
  empty(): unknown;
}

/** Draws a view's one screen. `say` is the view's `t`. */
export function draw<D>(screen: Screen<D>, say: (key: SharedKey) => string, drawing: Drawing<D>): unknown {
  switch (screen.is) {
    case 'opening':
      return line(say('screen.opening'));
    case 'locked':
      return line(say('screen.locked'));
    case 'failed':
      if (screen.code === 'removed') return line(new MilieuError('removed').message);
      return html`<p class="status care" role="alert">
        <span><b>${say('screen.failed')}</b> ${new MilieuError(screen.code).message}</span>
      </p>`;
    case 'empty':
      return drawing.empty();
    case 'read-only':
      return html`${line(say('screen.read-only'))}${drawing.ready(screen.kept, false)}`;
    case 'ready':
      return drawing.ready(screen.kept, true);
  }
}

const line = (words: string): TemplateResult => html`<p class="quiet">${words}</p>`;
