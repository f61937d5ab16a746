import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { uuidv7 } from 'uuidv7';
import type { Circle } from '../../content/ladder.js';
import { stands } from '../../model/kinds/ladder/states.js';
import type { Placement } from '../../model/kinds/ladder/table.js';
import { type Step, type StepLines, stepLimits } from '../../model/kinds/step/table.js';
import { hasWords, trimmed } from '../../model/text.js';
import { FormController } from '../controllers/form.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { languageOf } from '../language/locale.js';
import { draftLine } from '../parts/draft-line.js';
import { problemLine, problemSummary, question } from '../parts/fields.js';
import { readsLine } from '../parts/reads-line.js';
import { viewStyles } from '../styles/style-sets.js';
import { ladderStyles } from './ladder.styles.js';
import { residentsOf } from './resident-picker.js';
import { stepStrings } from './step.strings.js';

const otherRole = 'other';

interface Fields {
  /** Id of the circle, or `other`. */
  readonly circle: string;
  readonly role: string;
  /** Own words by the line that they are an example for. */
  readonly examples: Readonly<Record<string, string>>;
  readonly peers: readonly string[];
}

/**
 * A person asks to talk about a next step or another role: what for, own examples, and who could say what they have seen.
 *
 * @tag milieu-ladder-ask-step
 * @internal
 */
export class MilieuLadderAskStep extends View<typeof stepStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = stepStrings;

  @property({ attribute: false }) circles: readonly Circle[] = [];

  readonly #parts = new QueryController<Placement>(this, () => this.#mine((person) => ({ kind: 'placement', to: person })));
  readonly #lines = ['by', 'to'].map(
    (side) => new QueryController<StepLines>(this, () => this.#mine((person) => ({ kind: 'step-lines', [side]: person, status: 'current' }))),
  );
  readonly #form = new FormController<Fields>(this, {
    name: () => 'step',
    empty: () => ({ circle: '', role: '', examples: {}, peers: [] }),
    problems: ({ circle, role, peers }) => ({
      circle: circle ? undefined : this.t('step.missing'),
      role: circle === otherRole && !hasWords(role) ? this.t('step.role-missing') : undefined,
      peers: peers.length > stepLimits.asked ? this.t('step.peers-many') : undefined,
    }),
    toAct: (fields, { id }) => {
      const data = this.#stepOf(fields);
      const answers = fields.peers.map((peer) => ({ id: uuidv7(), kind: 'step-ask', to: [peer], data: { title: data.title } }));
      return { action: 'ask', kind: 'step', id, data, answers };
    },
  });

  #mine<T>(query: (person: string) => T): T | undefined {
    const person = this.community?.actor.person;
    return person === undefined ? undefined : query(person);
  }

  #stepOf({ circle, role, examples }: Fields): Step {
    const chosen = this.circles.find(({ id }) => id === circle);
    const written = Object.entries(examples).filter(([, words]) => hasWords(words));
    return {
      ...(chosen ? { circle: chosen.id } : {}),
      title: chosen?.title ?? trimmed(role),
      examples: written.slice(0, stepLimits.examples).map(([line, words]) => ({ line, words: trimmed(words) })),
    };
  }

  protected override render(): TemplateResult {
    const form = this.#form;
    const { problems, value } = form;
    return html`<p class="prose quiet">${this.t('step.intro')}</p>
      <form novalidate autocomplete="off" @submit=${form.submitted}>
        ${problemSummary(form, this.t('step.problems'))} ${readsLine(this.t('step.reads'))} ${draftLine(form, this, { first: 'circle' })}
        ${this.#what(problems['circle'])}
        ${
          value.circle === otherRole
            ? question('role', this.t('step.role'), html`<input type="text" maxlength=${stepLimits.title} ${form.field('role')} />`, {
                problem: problems['role'],
              })
            : nothing
        }
        ${value.circle ? this.#examples() : nothing}
        <milieu-person-picker
          .several=${true}
          .label=${this.t('step.peers')}
          .hint=${this.t('step.peers-hint')}
          .people=${residentsOf(this.community?.people ?? [], languageOf(this)).filter(({ id }) => id !== this.community?.actor.person)}
          .chosen=${value.peers}
          .problem=${problems['peers']}
          id="peers"
          @change=${(event: Event): void => form.put({ peers: (event.target as HTMLElement & { chosen: readonly string[] }).chosen })}
        ></milieu-person-picker>
        <div class="row acts"><button class="btn go" type="submit" ?disabled=${form.busy}>${this.t('step.do')}</button></div>
      </form>`;
  }

  /** Every circle that the person is not in, and another role. None is above another here. */
  #what(problem: string | undefined): TemplateResult {
    const now = this.#parts.kept.filter(({ record }) => stands(record)).map(({ record }) => record.data.circle);
    const choice = (id: string, title: string, more: string): TemplateResult =>
      html`<label class="choice">
        <input type="radio" name="circle" value=${id} ${this.#form.field('circle')} />
        <span><b>${title}</b><span class="quiet">${more}</span></span>
      </label>`;
    return html`<fieldset class="q ${problem ? 'bad' : ''}" id="circle" role="radiogroup" aria-describedby=${problem ? 'circle-problem' : nothing}>
      <legend>${this.t('step.what')}</legend>
      ${problemLine('circle', problem)}
      <div class="choices two">
        ${this.circles.filter(({ id }) => !now.includes(id)).map(({ id, title, purpose }) => choice(id, title, purpose))}
        ${choice(otherRole, this.t('step.other'), this.t('step.other-more'))}
      </div>
    </fieldset>`;
  }

  /** What we look for: the lines of the circle that the person is in now lead to the next one; then the lines written for this person alone. */
  get #lookFor(): readonly string[] {
    const now = this.#parts.kept.find(({ record }) => stands(record))?.record.data.circle;
    const circle = this.circles.find(({ id }) => id === now) ?? this.circles[0];
    const own = this.#lines.flatMap(({ kept }) => kept.flatMap(({ record }) => record.data.lines));
    return [...new Set([...own, ...(circle?.talkAbout ?? []), this.t('step.free')])].slice(0, stepLimits.examples);
  }

  #examples(): TemplateResult {
    const form = this.#form;
    return html`<details ${form.group('examples')}>
      <summary>${this.t('step.examples')}</summary>
      <div class="stack">
        <p class="quiet">${this.t('step.examples-more')}</p>
        ${repeat(
          this.#lookFor,
          (line) => line,
          (line, at) => {
            const id = `example-${at}`;
            const lens = {
              get: ({ examples }: Fields): string => examples[line] ?? '',
              set: (value: Fields, words: string): Fields => ({ ...value, examples: { ...value.examples, [line]: words } }),
            };
            const control = html`<textarea
              rows="2"
              maxlength=${stepLimits.words}
              aria-label=${this.t('step.example', { line })}
              ${form.field(id, lens)}
            ></textarea>`;
            return question(id, line, control);
          },
        )}
      </div>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-ask-step': MilieuLadderAskStep;
  }
}
