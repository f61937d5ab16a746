import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MilieuError } from '../../records/base/errors.js';
import type { Records, Status } from '../../records/base/types.js';
import type { Community } from '../community/community.js';
import { otherUnsent, type SaveState, unsentTruth } from '../controllers/save-progress.js';
import { hasPageLine, PageLine } from '../controllers/page-line.js';
import { SingleAnnouncer } from '../controllers/single-announcer.js';
import { viewStyles } from '../styles/style-sets.js';
import { icon } from './icons.js';
import { defineLazy } from '../controllers/define-if-missing.js';
import { sharedStrings } from '../language/strings.js';
import { View } from '../controllers/base-view.js';
import { saveSentence, type SaveSentence, whyWaiting } from './save-sentence.js';
import { takeFocus } from '../controllers/take-focus.js';

/** The content of the line: the icon, the tone, and the sentences. */
interface Line extends Pick<SaveSentence, 'ring' | 'tone'> {
  readonly words: readonly Words[];
}
interface Words {
  readonly text: string;
  readonly strong?: boolean;
}

const list = (text: string | undefined): readonly Words[] => (text ? [{ text }] : []);

/** The common marks are tried first: the pattern of all of them takes the browser a millisecond to make. */
const endsSentence = (text: string): boolean => /[.!?]$/.test(text) || /\p{Sentence_Terminal}$/u.test(text);

/** The sentences in a row. Each gets a full stop if it has none, except the last. */
const sentences = (words: readonly Words[]): readonly unknown[] =>
  words.map(({ text, strong }, at) => {
    const whole = at < words.length - 1 && !endsSentence(text) ? `${text}.` : text;
    return html`${at > 0 ? ' ' : nothing}${strong ? html`<b>${whole}</b>` : whole}`;
  });

type LazyPart = 'never' | 'fetching' | 'here';
const lazyParts = {
  task: async () => defineLazy('milieu-work-line', (await import('./task-line.js')).MilieuTaskLine),
  anew: async () => defineLazy('milieu-start-anew', (await import('./start-anew.js')).MilieuStartAnew),
} as const;

/** Whether the store cannot be opened and offers a way out. A store of the host may be of an earlier version. */
const canStartAnew = (community: Community | undefined): boolean =>
  community?.status.code === 'damaged-key' && typeof (community.records as Partial<Records> | undefined)?.startAnew === 'function';

/** The states for which the line also says where this device stores the record. */
const withPlace: readonly string[] = ['saved', 'waiting', 'offline', 'paused', 'refused', 'held'];

/**
 * Says where the text of the widget's last act is now; without an act, what the state of the store is. Screen readers announce each act of the
 * widget. Only one widget of a community announces the state of the store.
 *
 * @tag milieu-status-line
 * @fires {Event} troubles-asked - The person wants to see what could not be sent.
 * @fires {Event} again-asked - The person wants to save again.
 */
export class MilieuStatusLine extends View {
  static override styles = [
    viewStyles,
    css`
      :host {
        gap: 0;
        justify-items: start;
        flex: 1 1 13em;
      }
      .btn {
        justify-content: start;
        text-align: start;
      }
    `,
  ];
  protected readonly english = sharedStrings;

  @property({ attribute: false }) progress: SaveState = { is: 'idle' };
  /** Whether the text written here is for other people, so that "not sent to anyone yet" matters. */
  @property({ type: Boolean }) forOthers = false;
  /** Whether it speaks for the whole page. Then the other lines of the community show only what differs. */
  @property({ type: Boolean }) whole = false;
  /** Parts that most pages never need. They are loaded with the first long task, and with the first store that cannot be opened. */
  @state() private task: LazyPart = 'never';
  @state() private anew: LazyPart = 'never';

  protected override communityChanged(): void {
    const { community } = this;
    if (community?.status.work && !community.status.work.ended) this.#load('task');
    if (canStartAnew(community)) this.#load('anew');
  }

  #load(part: keyof typeof lazyParts): void {
    if (this[part] !== 'never') return;
    this[part] = 'fetching';
    lazyParts[part]().then(
      () => (this[part] = 'here'),
      () => {
        this[part] = 'never'; // the next change of the status tries again
        this.community?.report(new MilieuError('connection'));
      },
    );
  }

  readonly #speaker = new SingleAnnouncer(this);

  constructor() {
    super();
    new PageLine(this, () => this.whole);
  }

  protected override render(): TemplateResult | typeof nothing {
    const status = this.community?.status;
    this.hidden = !this.whole && this.progress.is === 'idle' && hasPageLine(this.community);
    if (this.hidden) return nothing;
    const line = this.#line(status);
    const failed = line.tone === 'care';
    const speaks = this.progress.is !== 'idle' || this.#speaker.speaks;
    const drawn = html`${icon(line.ring)}<span>${sentences(line.words)}</span>`;
    return html`
      ${this.task === 'here' ? html`<milieu-work-line @closed=${(): void => this.#attend()}></milieu-work-line>` : nothing}
      <p class="status ${line.tone}" id="line" role=${speaks ? 'status' : nothing} tabindex="-1">${failed ? nothing : drawn}</p>
      <p class="status care" role=${speaks ? 'alert' : nothing} ?hidden=${!failed}>${failed ? drawn : nothing}</p>
      ${this.anew === 'here' && canStartAnew(this.community) ? html`<milieu-start-anew @closed=${(): void => this.#attend()}></milieu-start-anew>` : nothing}
      ${status && status.refused > 0 ? this.#troubles() : nothing}
    `;
  }

  /** The closed line is removed, so the focus moves to the status line. */
  #attend(): void {
    takeFocus(this.renderRoot.querySelector<HTMLElement>('#line'));
  }

  #line(status: Status | undefined): Line {
    const truth = this.truthOfState(this.progress);
    const sentence = saveSentence(truth, this.saveWords);
    if (!status || !sentence) return status ? this.#kept(status) : { ring: 'saving', tone: 'quiet', words: [{ text: this.t('status.opening') }] };
    const { lead, more, tone } = sentence;
    const place = withPlace.includes(truth.is) ? this.t(status.store === 'memory' ? 'status.saved-page' : 'status.saved') : undefined;
    const ring = truth.is === 'saved' ? this.#ring(status) : sentence.ring;
    if (truth.is === 'saved') return { ring, tone, words: [{ text: place ?? lead }, ...this.#others(status)] };
    const said = { text: lead, strong: tone !== 'quiet' };
    // If the person must act, that comes first.
    const words = tone === 'care' ? [said, ...list(more), ...list(place)] : [...list(place), said, ...list(more)];
    return { ring, tone, words: [...words, ...this.#others(status)] };
  }

  /** The line without a recent act: how this device stores records, and whether some were not sent yet. */
  #kept(status: Status): Line {
    const memory = status.store === 'memory';
    const where = this.t(memory ? 'keep.page' : status.key === 'device' ? 'keep.unlocked' : 'keep.locked');
    const notes = [...(this.#shared() ? list(this.t('keep.shared')) : []), ...(status.secure ? [] : list(this.t('keep.insecure')))];
    const words = [{ text: where }, ...this.#others(status), ...notes];
    return { ring: this.#ring(status), tone: memory ? 'warm' : 'quiet', words };
  }

  /** The sentences for other changes that wait or could not be sent. */
  #others(status: Status): readonly Words[] {
    const { waiting, refused } = otherUnsent(this.progress, status);
    const about = this.progress.is === 'saved' ? this.progress.sent : undefined;
    const why = unsentTruth(status, this.community?.online ?? true);
    const wait: Words[] = [];
    if (waiting > 0 && this.forOthers && this.progress.is !== 'saving' && about !== 'waiting') {
      wait.push({ text: this.t(this.progress.is === 'idle' ? 'keep.nobody-else' : 'status.also-waiting'), strong: true });
      if (why !== 'waiting') wait.push({ text: this.t(whyWaiting[why]) });
    }
    if (refused > 0) wait.push({ text: this.t('status.also-refused', { count: refused }), strong: true });
    return wait;
  }

  /** Whether several people use this store. Then records are only hidden from the others, not protected. */
  #shared(): boolean {
    return this.community?.identity.keep === 'house' && this.community.identity.person !== undefined;
  }

  #ring(status: Status): SaveSentence['ring'] {
    return status.store === 'memory' ? 'temporary' : status.key === 'device' ? 'saved' : 'locked';
  }

  #troubles(): TemplateResult {
    return html`<button class="btn word" type="button" @click=${(): boolean => this.dispatchEvent(new Event('troubles-asked'))}>
      ${this.t('status.trouble-more')}
    </button>`;
  }
}
