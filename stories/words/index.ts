import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { ownWords, setOwnWords } from './own-words.js';
import { tables, sources } from './sources.js';
import { checkOwn, csvOf, search, type Word, wordsOf } from './words.js';
import './words.css';

const all = wordsOf(tables, sources);
const widgets = [...new Set(all.map(({ widget }) => widget))];
const hardest = 6;

function save(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Every string of the interface: to look for, to take along as a table, and to try other words in all stories. */
class DocsWords extends LitElement {
  @state() private text = '';
  @state() private widget = '';
  @state() private own = ownWords();
  @state() private faults: readonly string[] = [];
  @state() private said = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  get #shown(): readonly Word[] {
    return search(all, this.text, this.own).filter(({ widget }) => !this.widget || widget === this.widget);
  }

  protected override render(): TemplateResult {
    const shown = this.#shown;
    const graded = all.flatMap(({ grade }) => grade ?? []);
    const top = Math.max(...graded);
    return html`
      <p>
        ${all.length} strings, in English. ${graded.length} of them are long enough to be graded: none needs more than ${Math.ceil(top)} years of
        school (the hardest is ${top.toFixed(1)}; we allow ${hardest}).
      </p>
      ${this.#ownPart()}
      <h2 id="all-words">All words</h2>
      <div class="words-tools">
        <label>Look for<input type="search" .value=${live(this.text)} @input=${(event: InputEvent): void => this.#look(event)} /></label>
        <label
          >In
          <select @change=${(event: Event): void => void (this.widget = (event.target as HTMLSelectElement).value)}>
            <option value="">All of them</option>
            ${widgets.map((widget) => html`<option value=${widget}>${widget}</option>`)}
          </select></label
        >
        <button type="button" @click=${(): void => save('milieu-words.csv', csvOf(shown, this.own), 'text/csv;charset=utf-8')}>
          Save these as a table (CSV)
        </button>
      </div>
      <p role="status" class="words-count">
        ${shown.length === all.length ? `All ${all.length} strings` : `${shown.length} of ${all.length} strings`}
      </p>
      ${this.#table(shown)}
    `;
  }

  #ownPart(): TemplateResult {
    const count = Object.keys(this.own).length;
    return html`<h2 id="your-own-words">Try your own words</h2>
      <div class="words-own">
        <p>
          A JSON file with the strings that you want to replace, such as
          <code>{ "feedback.title": "Words for each other" }</code>. A host gives the same object as <code>strings</code>.
        </p>
        <div class="words-tools">
          <label
            >Your words (JSON)<input type="file" accept=".json,application/json" @change=${(event: Event): void => void this.#load(event)}
          /></label>
          <button type="button" @click=${(): void => save('milieu-words.json', this.#file(), 'application/json')}>Save a file to begin with</button>
          ${count > 0 ? html`<button type="button" @click=${(): void => this.#use({}, [], 'Your words are removed.')}>Remove your words</button>` : nothing}
        </div>
        <p role="status">
          ${this.said}
          ${
            count > 0
              ? html`${count === 1 ? 'One string is' : `${count} strings are`} yours now, in every story of this tab: ${this.#links()}.`
              : nothing
          }
        </p>
        ${
          this.faults.length > 0
            ? html`<ul class="words-faults">
                ${this.faults.map((fault) => html`<li>${fault}</li>`)}
              </ul>`
            : nothing
        }
      </div>`;
  }

  #links(): TemplateResult {
    const pages = ['today', 'help', 'peer-feedback', 'responsibility-ladder', 'coping-card', 'coping-deck', 'meeting-agenda'];
    const link = (id: string): TemplateResult => html`<a href="./?path=/docs/widgets-${id}--docs" target="_top">${id.replaceAll('-', ' ')}</a>`;
    return html`${pages.map((id, at) => html`${at > 0 ? ', ' : ''}${link(id)}`)}`;
  }

  #table(shown: readonly Word[]): TemplateResult {
    return html`<table class="words-table" role="table">
      <thead>
        <tr role="row">
          <th scope="col" role="columnheader">Key</th>
          <th scope="col" role="columnheader">English</th>
          <th scope="col" role="columnheader">Where</th>
          <th scope="col" role="columnheader">What it is</th>
          <th scope="col" role="columnheader">Grade</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map((word) => this.#row(word))}
      </tbody>
    </table>`;
  }

  #row({ key, english, widget, views, context, grade }: Word): TemplateResult {
    const own = this.own[key];
    return html`<tr role="row">
      <th scope="row" role="rowheader"><code>${key}</code></th>
      <td role="cell" class="words-text">${english}${own === undefined ? nothing : html`<br /><b>Yours: ${own}</b>`}</td>
      <td role="cell">${widget}${views ? html`<br /><span>${views}</span>` : nothing}</td>
      <td role="cell">${context}</td>
      <td role="cell"><span class="words-small">Grade </span>${grade === undefined ? html`<span>short</span>` : grade.toFixed(1)}</td>
    </tr>`;
  }

  #look({ target }: InputEvent): void {
    if (target instanceof HTMLInputElement) this.text = target.value;
  }

  async #load({ target }: Event): Promise<void> {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (!file) return;
    const { words, faults } = checkOwn(await file.text(), all);
    this.#use(words, faults, '');
  }

  #use(words: Readonly<Record<string, string>>, faults: readonly string[], said: string): void {
    setOwnWords(words);
    this.own = words;
    this.faults = faults;
    this.said = said;
  }

  /** What is shown, so that a file may hold the words of one widget only. */
  #file(): string {
    return JSON.stringify(Object.fromEntries(this.#shown.map(({ key, english }) => [key, this.own[key] ?? english])), undefined, 2);
  }
}
customElements.define('docs-words', DocsWords);
