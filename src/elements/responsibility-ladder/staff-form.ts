import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Input } from '../../model/transition.js';
import { viewStyles } from '../shared/base.js';
import { Draft } from '../shared/draft.js';
import { icon } from '../shared/icons.js';
import { Watched } from '../shared/screen.js';
import { View } from '../shared/view.js';
import { type Faults, summary } from './form-parts.js';
import { ladderStyles } from './ladder.styles.js';
import { personField } from './person-field.js';
import { type LadderKey, ladderStrings } from './strings.js';

/** What every such form holds: for whom it is. */
export interface ForSomebody {
  readonly person: string;
}

/** What is written down, by which act. */
export interface Written {
  readonly action: string;
  readonly kind: string;
  readonly data: MilieuRecord['data'];
}

/**
 * A form in which staff write something down for one person: who reads it, for whom, what is missing, and what became of it.
 * `F` is what stands in the form, as typed; the id of each field is its name there.
 */
export abstract class StaffForm<F extends ForSomebody> extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = ladderStrings;

  /** The person whom staff look at, if one is chosen. */
  @property({ attribute: false }) about?: string | undefined;

  @state() protected form: F;
  @state() protected faults: Faults = {};
  @state() private saving = false;
  /** The last one: which record it is, and for whom. */
  @state() private last: { readonly kind: string; readonly id: string; readonly person: string } | undefined;
  /** How far the last one has come: nobody else can read it before it is sent. */
  readonly #theirs = new Watched(this, () => (this.last ? { kind: this.last.kind, to: this.last.person } : undefined));
  readonly #blank: F;
  readonly #draft: Draft<F>;

  /**
   * @param blank the form before anything is typed
   * @param draftName under which a half-written one waits
   */
  constructor(blank: F, draftName: string) {
    super();
    this.#blank = blank;
    this.form = blank;
    this.#draft = new Draft<F>(
      this,
      draftName,
      () => (this.isEmpty(this.form) ? undefined : this.form),
      (form) => {
        this.form = form;
      },
    );
  }

  /** Nothing worth keeping stands in it. */
  protected abstract isEmpty(form: F): boolean;
  /** What is missing or does not fit, by field. */
  protected abstract faultsOf(form: F): Readonly<Partial<Record<keyof F, LadderKey>>>;
  protected abstract written(form: F): Written;
  /** What stands above the form. */
  protected abstract opening(): TemplateResult;
  /** The fields under the person. */
  protected abstract fields(): TemplateResult;
  /** Words for: whose it is, the button, that it is done and sent, that it is done and waits to be sent, and another one. */
  protected abstract readonly words: Readonly<Record<'person' | 'do' | 'done' | 'waiting' | 'another', LadderKey>>;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('about') && this.about && !this.form.person) this.form = { ...this.form, person: this.about };
  }

  protected override render(): TemplateResult {
    if (this.last) return this.#done(this.last);
    return html`
      ${this.opening()}
      <form novalidate @submit=${this.#submitted}>
        ${summary(this.t('form.problems'), this.faults, (id) => this.#go(id))}
        <p class="reads">${icon('eye')}<span>${this.t('give.reads')}</span></p>
        ${this.#draft.restored ? html`<p class="quiet small">${this.t('draft.kept')}</p>` : nothing}
        ${personField({
          label: this.t(this.words.person),
          choose: this.t('give.choose'),
          people: this.community?.people ?? [],
          value: this.form.person,
          faults: this.faults,
          picked: (person) => this.put({ person } as Partial<F>),
        })}
        ${this.fields()}
        <div class="row acts"><button class="btn go" type="submit" ?disabled=${this.saving}>${this.t(this.words.do)}</button></div>
      </form>
    `;
  }

  /** Takes over what was typed in the field of this id. */
  protected readonly typed = (event: Event): void => {
    const { id, value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    this.put({ [id]: value } as unknown as Partial<F>);
  };

  protected put(part: Partial<F>): void {
    this.form = { ...this.form, ...part };
    this.faults = Object.fromEntries(Object.entries(this.faults).filter(([id]) => !(id in part)));
    this.#draft.touch();
  }

  #done({ id, person }: { readonly id: string; readonly person: string }): TemplateResult {
    const sent = this.#theirs.kept.some((kept) => kept.record.id === id && kept.sent === 'sent');
    return html`<div class="lead">
        <h3 tabindex="-1">${this.t(sent ? this.words.done : this.words.waiting, { name: this.name(person) })}</h3>
      </div>
      <div class="row acts">
        <button class="btn" type="button" @click=${(): Promise<void> => this.#anew()}>${this.t(this.words.another)}</button>
      </div>`;
  }

  async #anew(): Promise<void> {
    this.last = undefined;
    await this.updateComplete;
    this.#go('person');
  }

  /** Of a group, its first choice takes the focus. */
  #go(id: string): void {
    this.renderRoot.querySelector<HTMLElement>(`fieldset#${id} input, :not(fieldset)#${id}`)?.focus();
  }

  readonly #submitted = (event: Event): void => {
    event.preventDefault();
    if (!this.saving) this.#send().catch((error: unknown) => this.community?.report(error));
  };

  async #send(): Promise<void> {
    const found = Object.entries(this.faultsOf(this.form)) as [string, LadderKey][];
    this.faults = Object.fromEntries(found.map(([id, key]) => [id, this.t(key)]));
    if (found.length > 0) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.problems')?.focus();
      return;
    }
    this.saving = true;
    const { person } = this.form;
    const { action, kind, data } = this.written(this.form);
    const { id, key, name } = this.#draft;
    await this.#draft.settled();
    const input: Input = { to: [person], data };
    const change = await this.acts?.act(action, { kind, id }, { ...input, key, draft: name });
    this.saving = false;
    if (!change) return;
    this.#draft.renew();
    this.form = { ...this.#blank, person: this.about ?? '' };
    this.last = { kind, id, person };
    await this.updateComplete;
    this.renderRoot.querySelector('h3')?.focus();
  }
}
