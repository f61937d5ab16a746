import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isAnswered, isClosed, isRaised, isRead, isSettled, isWithdrawn } from '../../model/kinds/concern/states.js';
import type { Concern, ConcernReply } from '../../model/kinds/concern/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { compareText } from '../../model/text.js';
import type { Kept } from '../../records/base/types.js';
import { View } from '../controllers/base-view.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { QueryController } from '../controllers/query.js';
import { formatList } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import { isSent, saveLine } from '../parts/save-sentence.js';
import { viewStyles } from '../styles/style-sets.js';
import { concernStrings } from './strings.js';
import { oneConcern } from './one-concern.styles.js';

/**
 * The concerns that the person on this page raised: whether staff have read them, what they answered, why they closed them.
 *
 * @tag milieu-own-concerns
 * @internal
 */
export class MilieuOwnConcerns extends View<typeof concernStrings> {
  static override styles = [viewStyles, oneConcern];
  protected readonly english = concernStrings;

  readonly #focus = new FocusAfterAct(this);
  readonly #mine = new QueryController<Concern>(
    this,
    () => {
      const person = this.community?.actor.person;
      return person === undefined ? undefined : { kind: 'concern', by: person };
    },
    { page: 5 },
  );
  readonly #replies = new QueryController<ConcernReply>(this, () => {
    const person = this.community?.actor.person;
    return person === undefined ? undefined : { kind: 'concern-reply', to: person };
  });

  protected override render(): TemplateResult | typeof nothing {
    const { kept, hasMore, more } = this.#mine;
    this.hidden = kept.length === 0; // without text the element must leave no gap
    if (this.hidden) return nothing;
    return html`<section aria-labelledby="own">
      <h3 id="own" tabindex="-1">${this.t('concern.own')}</h3>
      <ul class="rows">
        ${repeat(
          kept,
          ({ record }) => record.id,
          (one) => html`<li>${this.#concern(one)}</li>`,
        )}
      </ul>
      ${hasMore ? html`<div class="row"><button class="btn" type="button" @click=${more}>${this.t('list.more')}</button></div>` : nothing}
    </section>`;
  }

  #concern(kept: Kept<Concern>): TemplateResult {
    const { record } = kept;
    const replies = oldestFirst(this.#replies.kept.filter((reply) => reply.record.about === record.id));
    const last = replies.at(-1)?.record;
    const names = formatList(
      record.to.map((id) => this.name(id)),
      languageOf(this),
    );
    return html`<div class="call">
      <p class="quiet small">${this.t('concern.sent-at', { when: this.#when(record.at) })}</p>
      ${record.from === undefined ? nothing : html`<p>${this.t('concern.again')}</p>`}
      ${record.data.text ? html`<p class="prose" dir="auto">${record.data.text}</p>` : nothing}
      ${names ? html`<p class="quiet">${this.t('concern.about', { names })}</p>` : nothing} ${this.#state(kept, last)}
      ${replies.map(({ record: { by, at, data } }) => {
        const whose = this.t('concern.reply', { name: this.name(by), when: this.date(at) });
        return html`<blockquote class="quote" dir="auto">${data.note}<cite>${whose}</cite></blockquote>`;
      })}
      ${this.#acts(record, last)}
    </div>`;
  }

  /** Nothing says that staff have it before it was sent. */
  #state(kept: Kept<Concern>, reply: MilieuRecord | undefined): TemplateResult {
    const { record } = kept;
    const truth = this.truthOfKept(kept);
    if (isRaised(record)) return saveLine(truth, this.saveWords, { sent: this.t('concern.raised') });
    const name = reply ? this.name(reply.by) : this.t('people.unknown');
    const said = isRead(record)
      ? this.t('concern.read')
      : isAnswered(record)
        ? this.t('concern.answered', { name })
        : isClosed(record)
          ? this.t('concern.closed', { name })
          : this.t(isWithdrawn(record) ? 'concern.withdrawn' : 'concern.settled');
    return html`<p><b>${said}</b></p>
      ${isSent(truth) || truth.is === 'kept' ? nothing : saveLine(truth, this.saveWords)}`;
  }

  #acts(record: MilieuRecord<Concern>, reply: MilieuRecord | undefined): TemplateResult | typeof nothing {
    const way = this.#can('withdraw', record) ? 'withdraw' : this.#can('settle', record) ? 'settle' : undefined;
    const isOver = isSettled(record) || isWithdrawn(record);
    return html`${
      way
        ? html`<div class="row acts">
            <button class="btn" type="button" @click=${(): void => void this.#act(way, record)}>${this.t(`concern.${way}`)}</button>
          </div>`
        : nothing
    }
    ${
      reply && !isOver
        ? html`<milieu-another-look
            .acts=${this.acts}
            .decided=${{ id: record.id, by: [...new Set([reply.by, ...record.to])] }}
          ></milieu-another-look>`
        : nothing
    }`;
  }

  #can(action: 'withdraw' | 'settle', record: MilieuRecord): boolean {
    return this.community?.can(action, record) ?? false;
  }

  async #act(action: 'withdraw' | 'settle', { id, rev }: MilieuRecord): Promise<void> {
    if (await this.acts?.act(action, { kind: 'concern', id, rev })) this.#focus.to('own');
  }

  #when(at: string): string {
    return this.date(at, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });
  }
}

const oldestFirst = (replies: readonly Kept<ConcernReply>[]): readonly Kept<ConcernReply>[] =>
  [...replies].sort((one, other) => compareText(one.record.at, other.record.at));

declare global {
  interface HTMLElementTagNameMap {
    'milieu-own-concerns': MilieuOwnConcerns;
  }
}
