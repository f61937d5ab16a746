import { html, type TemplateResult } from 'lit';
import type { Kept } from '../../records/types.js';
import type { ErrorCode } from '../../records/errors.js';
import type { Screen } from './screen.js';
import type { SharedKey } from './strings.js';

/** What a view draws itself; the other screens look the same everywhere. */
export interface Drawing<D> {
  /** Also drawn where the store can only be read; `writable` is false then. */
  ready(kept: readonly Kept<D>[], writable: boolean): unknown;
  empty(): unknown;
}

/** The words of a view. */
interface Words {
  readonly t: (key: SharedKey) => string;
  readonly sentence: (code: ErrorCode) => string;
}

/** Draws a view's one screen. */
export function draw<D>(screen: Screen<D>, { t, sentence }: Words, drawing: Drawing<D>): unknown {
  switch (screen.is) {
    case 'opening':
      return line(t('screen.opening'));
    case 'locked':
      return line(t('screen.locked'));
    case 'failed':
      if (screen.code === 'removed') return line(sentence('removed'));
      return html`<p class="status care" role="alert">
        <span><b>${t('screen.failed')}</b> ${sentence(screen.code)}</span>
      </p>`;
    case 'empty':
      return drawing.empty();
    case 'read-only':
      return html`${line(t('screen.read-only'))}${drawing.ready(screen.kept, false)}`;
    case 'ready':
      return drawing.ready(screen.kept, true);
  }
}

const line = (words: string): TemplateResult => html`<p class="quiet">${words}</p>`;
