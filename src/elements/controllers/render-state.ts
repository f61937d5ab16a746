import { html, type TemplateResult } from 'lit';
import type { Kept } from '../../records/base/types.js';
import type { ErrorCode } from '../../records/base/errors.js';
import type { ViewState } from './view-state.js';
import type { SharedKey } from '../language/strings.js';

/** The screens that a view renders itself. The other screens look the same in all views. */
export interface StateTemplates<D> {
  /** Also called if the store is read-only; then `writable` is false. */
  ready(kept: readonly Kept<D>[], writable: boolean): unknown;
  empty(): unknown;
}

/** The strings of a view. */
interface StateWords {
  readonly t: (key: SharedKey) => string;
  readonly sentence: (code: ErrorCode) => string;
}

/** Renders the screen of a view. */
export function renderState<D>(screen: ViewState<D>, { t, sentence }: StateWords, drawing: StateTemplates<D>): unknown {
  switch (screen.is) {
    case 'opening':
      return line(t('screen.opening'));
    case 'locked':
      return line(t('screen.locked'));
    case 'failed':
      if (screen.code === 'removed') return line(sentence('removed'));
      return html`<p class="status care">
        <span><b>${t('screen.failed')}</b> ${sentence(screen.code)}</span>
      </p>`;
    case 'empty':
      return drawing.empty();
    case 'read-only':
      return html`${line(t(screen.code === 'newer' ? 'screen.read-only' : 'screen.outdated'))}${drawing.ready(screen.kept, false)}`;
    case 'ready':
      return drawing.ready(screen.kept, true);
  }
}

const line = (words: string): TemplateResult => html`<p class="quiet">${words}</p>`;
