import { css, html, type TemplateResult } from 'lit';
import { LazyViews } from '../controllers/lazy-views.js';
import type { AskRank } from '../parts/at-entrance.js';
import { type WidgetPage, Widget } from '../parts/widget.js';
import { sheetStyles } from '../styles/style-sets.js';
import { Today } from '../parts/today.js';
import { loadShiftSheet } from './lazy-shift-sheet.js';
import { todayStrings } from './strings.js';

/**
 * The day of the person on this page: one line for each thing that waits, and the way to it. For staff also the shift sheet: what waits for an
 * answer of staff, since when, and the next act. Pages: `mine`, and for staff `shift`.
 *
 * @summary What waits today, for a person and for a shift.
 * @tag milieu-today
 * @fires {MilieuOpenEvent} milieu-open
 * @csspart heading - The heading of the widget.
 * @csspart tabs - The row of buttons that open its pages.
 * @csspart tab - One of these buttons; the open one has `aria-current`.
 * @csspart primary-button - A button for the next step, such as *Done*. Keep its text readable on its background.
 * @csspart card - A row of a list.
 * @csspart foot - The line at the bottom: what is saved and sent, and the ways to help and to a copy.
 */
export class MilieuToday extends Widget<typeof todayStrings> {
  static override styles = [
    sheetStyles,
    css`
      /* room for the lines of an ordinary day, so that the page around does not move when they come */
      .room {
        min-block-size: 20rem;
      }
      .room.long {
        min-block-size: 24rem;
      }
      @container (max-width: 29.99rem) {
        .room {
          min-block-size: 26rem;
        }
        .room.long {
          min-block-size: 32rem;
        }
      }
      @media print {
        .room {
          min-block-size: 0 !important;
        }
      }
    `,
  ];
  protected readonly english = todayStrings;
  protected readonly pageNames = ['mine', 'shift'];
  protected override readonly speaksForPage = true;

  readonly #staffViews = new LazyViews(this, loadShiftSheet);

  readonly #today = new Today(this);

  protected override get askRank(): AskRank {
    return 'first';
  }

  protected override headline(): string {
    return this.t('today.title');
  }

  protected override purpose(): string {
    return this.date(this.#today.day, { weekday: 'long', day: 'numeric', month: 'long' });
  }

  protected override pages(): readonly WidgetPage[] {
    const mine: WidgetPage = {
      name: 'mine',
      label: this.t('today.page.mine'),
      render: () =>
        html`<div class="room"><milieu-day-list .acts=${this.acts} @help-asked=${this.#help} @concerns-asked=${this.#help}></milieu-day-list></div>`,
    };
    if (this.community?.actor.as !== 'staff') return [mine];
    return [{ name: 'shift', label: this.t('today.page.shift'), render: () => this.#shift() }, mine];
  }

  readonly #help = async ({ type }: Event): Promise<void> => {
    this.askForHelp();
    await this.updateComplete;
    if (type === 'concerns-asked') await this.renderRoot.querySelector('milieu-help-call')?.showConcerns();
  };

  #shift(): TemplateResult {
    const sheet = this.#staffViews.render(() => html`<milieu-shift-sheet .acts=${this.acts}></milieu-shift-sheet>`);
    return html`<div class="room long">${sheet}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-today': MilieuToday;
  }
}
