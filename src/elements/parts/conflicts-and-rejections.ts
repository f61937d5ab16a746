import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { wordsOf } from '../../model/decide.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Choice, Trouble } from '../../records/base/types.js';
import { viewStyles } from '../styles/style-sets.js';
import { type SharedKey, sharedStrings } from '../language/strings.js';
import { ConflictsController } from '../controllers/conflicts.js';
import { wasLost } from '../controllers/lost-change.js';
import { PendingRemovals } from '../controllers/pending-removals.js';
import { View } from '../controllers/base-view.js';
import { saveFile } from './save-file.js';
import { takeFocus } from '../controllers/take-focus.js';
import { toJson } from '../../model/json.js';

const choiceKeys = {
  mine: 'troubles.keep-mine',
  theirs: 'troubles.keep-theirs',
  again: 'troubles.again',
  remove: 'troubles.remove',
} as const satisfies Record<Choice, SharedKey>;

const wordsIn = ({ change: { records } }: Trouble): readonly string[] => records.flatMap(wordsOf);

/**
 * Shows the changes that the backend rejected, and texts that exist in two versions. The person chooses what to do with each; choosing is a new
 * act.
 *
 * @tag milieu-troubles
 * @fires {Event} closed - The person goes back to the previous page.
 */
export class MilieuConflicts extends View {
  static override styles = viewStyles;
  protected readonly english = sharedStrings;

  readonly #conflicts = new ConflictsController(this);
  /** Id of the change that the person is about to remove. */
  @state() private asked = '';
  /** Whether something was removed from this list while it was open. */
  @state() private removed = false;

  protected override firstUpdated(_changed: PropertyValues): void {
    takeFocus(this.renderRoot.querySelector('h3'));
  }

  protected override render(): TemplateResult {
    const troubles = this.#conflicts.all;
    return html`
      <section class="stack" aria-labelledby="title">
        <h3 id="title" tabindex="-1">${this.t('troubles.title')}</h3>
        <p class="quiet" role="status" ?hidden=${!this.removed}>${this.removed ? this.t('status.removed') : nothing}</p>
        ${
          troubles.length > 0
            ? html`<ul class="stack">
                ${repeat(
                  troubles,
                  ({ id }) => id,
                  (trouble) => html`<li>${this.#pending?.has(trouble.id) ? this.#undoable(trouble) : this.#one(trouble)}</li>`,
                )}
              </ul>`
            : this.removed
              ? nothing
              : html`<p class="quiet">${this.t(this.#allSent ? 'troubles.none' : 'troubles.none-here')}</p>`
        }
        <div class="row acts">
          <button class="btn" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>${this.t('troubles.close')}</button>
        </div>
      </section>
    `;
  }

  /** Whether all changes of this person were sent to the backend, as far as this page knows. */
  get #allSent(): boolean {
    const { waiting, refused } = this.community?.status ?? {};
    return waiting === 0 && refused === 0 && !this.#pending?.removed;
  }

  get #pending(): PendingRemovals | undefined {
    const { records } = this.community ?? {};
    return records && PendingRemovals.of(records);
  }

  #undoable(trouble: Trouble): TemplateResult {
    return html`<div class="row">
      <p>${this.t('troubles.removing')}</p>
      <button class="btn" type="button" id="undo-${trouble.id}" @click=${(): void => this.#undo(trouble)}>${this.t('troubles.undo')}</button>
    </div>`;
  }

  #one(trouble: Trouble): TemplateResult {
    const { at } = trouble.change;
    const { theirs } = trouble;
    const held = trouble.reason === 'held';
    return html`<article class="slip">
      <div class="in">
        <p class="quiet small">${this.t('troubles.from', { when: this.#moment(at) })}</p>
        <p>${this.t(held ? 'troubles.held' : wasLost(trouble) ? 'troubles.lost' : 'troubles.refused')}</p>
        ${held && theirs ? this.#versions(trouble, theirs) : html`<div class="said">${this.#texts(wordsIn(trouble))}</div>`}
      </div>
      <div class="tear">${this.asked === trouble.id ? this.#sure(trouble) : this.#ways(trouble, held)}</div>
    </article>`;
  }

  #ways(trouble: Trouble, held: boolean): TemplateResult {
    const { theirs } = trouble;
    return html`<div class="row acts">
      ${
        held
          ? theirs
            ? nothing
            : html`${this.#choice(trouble, 'mine')}${this.#choice(trouble, 'theirs')}`
          : html`${this.#choice(trouble, 'again')}${this.#remove(trouble)}`
      }
      <button class="btn word" type="button" @click=${(): void => this.#copy(trouble)}>${this.t('troubles.export')}</button>
    </div>`;
  }

  #remove({ id }: Trouble): TemplateResult {
    return html`<button class="btn" type="button" id="remove-${id}" @click=${(): void => this.#ask(id, `yes-${id}`)}>
      ${this.t(choiceKeys.remove)}
    </button>`;
  }

  /** Asks for confirmation, because nobody else has what is removed here. */
  #sure(trouble: Trouble): TemplateResult {
    const { id } = trouble;
    return html`<p id="sure-${id}">${this.t('troubles.remove-sure')}</p>
      <div class="row acts" role="group" aria-labelledby="sure-${id}">
        <button class="btn" type="button" id="yes-${id}" @click=${(): void => this.#begin(trouble)}>${this.t('troubles.remove-yes')}</button>
        <button class="btn" type="button" @click=${(): void => this.#ask('', `remove-${id}`)}>${this.t('troubles.remove-no')}</button>
      </div>`;
  }

  #ask(id: string, next: string): void {
    this.asked = id;
    void this.#attend(next);
  }

  async #attend(id: string): Promise<void> {
    await this.updateComplete;
    takeFocus(this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`));
  }

  #begin(trouble: Trouble): void {
    const { community, acts } = this; // the list may be closed when the removal ends
    this.#pending?.begin(trouble, ({ id, change }, error) => {
      if (error) community?.report(error, id);
      else acts?.removed(change.records.map((record) => record.id));
      this.removed ||= !error;
      this.#conflicts.load();
    });
    this.#ask('', `undo-${trouble.id}`);
  }

  #undo({ id }: Trouble): void {
    this.#pending?.undo(id);
    this.requestUpdate();
    void this.#attend(`remove-${id}`);
  }

  /** The two versions, side by side if there is room. Texts that are the same in both are left out. */
  #versions(trouble: Trouble, theirs: MilieuRecord): TemplateResult {
    const [mine, other] = [wordsIn(trouble), wordsOf(theirs)];
    const apart = (these: readonly string[], those: readonly string[]): readonly string[] => these.filter((text) => !those.includes(text));
    const [left, right] = [apart(mine, other), apart(other, mine)];
    const differ = left.length > 0 || right.length > 0;
    const sameDay = this.date(theirs.at) === this.date(trouble.change.at);
    const one = (whose: string, at: string, texts: readonly string[], choice: 'mine' | 'theirs'): TemplateResult =>
      html`<section>
        <h4>${this.t('troubles.version', { whose, when: sameDay ? this.time(at) : this.#moment(at) })}</h4>
        <div class="said">${this.#texts(texts)}</div>
        <div class="row">${this.#choice(trouble, choice)}</div>
      </section>`;
    return html`<div class="versions">
        ${one(this.t('troubles.mine'), trouble.change.at, differ ? left : mine, 'mine')}
        ${one(this.t('troubles.theirs'), theirs.at, differ ? right : other, 'theirs')}
      </div>
      ${differ && left.length < mine.length ? html`<p class="quiet">${this.t('troubles.rest')}</p>` : nothing}`;
  }

  #moment(at: string): string {
    return `${this.date(at)}, ${this.time(at)}`;
  }

  #texts(texts: readonly string[]): readonly TemplateResult[] {
    return (texts.length > 0 ? texts : [this.t('troubles.no-words')]).map((text) => html`<p dir="auto">${text}</p>`);
  }

  #choice(trouble: Trouble, choice: Choice): TemplateResult {
    return html`<button class="btn" type="button" @click=${(): void => this.#settle(trouble, choice)}>${this.t(choiceKeys[choice])}</button>`;
  }

  #settle(trouble: Trouble, choice: Choice): void {
    this.community?.records?.settle(trouble.id, choice).then(
      () => {
        if (choice === 'theirs') this.acts?.removed(trouble.change.records.map(({ id }) => id));
        this.#conflicts.load();
      },
      (error: unknown) => this.community?.report(error, trouble.id),
    );
  }

  #copy(trouble: Trouble): void {
    const file = new Blob([toJson(trouble.change, 2)], { type: 'application/json' });
    saveFile(file, `${trouble.change.key}.json`);
  }
}
