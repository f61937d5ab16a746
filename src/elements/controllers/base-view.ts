import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { type ErrorCode, MilieuError } from '../../records/base/errors.js';
import type { Kept } from '../../records/base/types.js';
import type { Community } from '../community/community.js';
import { CommunityLink } from '../community/community-link.js';
import { ownRoot } from '../community/own-root.js';
import { apart } from '../community/namesakes.js';
import type { Person } from '../community/host-people.js';
import { type SaveProgress, type SaveState, type SaveTruth, truthOf, truthOfRecord } from './save-progress.js';
import { renderState, type StateTemplates } from './render-state.js';
import { FocusKeeper } from './focus-keeper.js';
import { WholeCharacters } from './whole-characters.js';
import { capitalised, type DateOptions, formatDate, formatTime, pluralForm } from '../language/format.js';
import { Language, languageOf, type Locale, translated } from '../language/locale.js';
import { PartNames } from './part-names.js';
import type { ViewState } from './view-state.js';
import { filled, type SharedKey, sharedStrings, type Values } from '../language/strings.js';

/**
 * The base class of public tags and the views inside them: the community, the strings, the dates.
 * `S` is the widget's own table of English strings.
 *
 * A public tag outside a `<milieu-community>` dispatches the events below itself. Their classes say when.
 *
 * @fires {MilieuBeforeSaveEvent} milieu-before-save
 * @fires {MilieuSavedEvent} milieu-saved
 * @fires {MilieuDeliverEvent} milieu-deliver
 * @fires {MilieuStatusEvent} milieu-status
 * @fires {MilieuErrorEvent} milieu-error
 * @cssprop --milieu-accent - Colour of buttons and links, and of what is chosen or current.
 * @cssprop --milieu-ink - Colour of the text.
 * @cssprop --milieu-surface - Background colour, opaque.
 * @cssprop --milieu-radius - Corner radius of controls.
 * @cssprop --milieu-space - The unit of space.
 */
export abstract class View<S extends Readonly<Record<string, string>> = Readonly<Record<never, string>>> extends LitElement {
  /** The English strings of this widget. Their keys are the type for other languages and for hosts. */
  protected abstract readonly english: S;
  /**
   * Saves acts and follows their progress. The public tag passes it to the views inside.
   * @internal
   */
  @property({ attribute: false }) acts?: SaveProgress;

  protected readonly link = new CommunityLink(this, () => this.communityChanged());

  constructor() {
    super();
    new Language(this);
    new FocusKeeper(this);
    new WholeCharacters(this);
    new PartNames(this);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return ownRoot(this, () => super.createRenderRoot());
  }

  /** @internal */
  get community(): Community | undefined {
    return this.link.community;
  }

  /** The string for `key`: from the host, or in the page's language, or in English, in this order. */
  protected t(key: Extract<keyof S, string> | SharedKey | CountKey<S> | SharedCountKey, values: Values = {}): string {
    const keys = 'count' in values ? this.#counted(key, Number(values['count'])) : [key];
    const text = keys.reduce<string | undefined>((found, wanted) => found ?? this.#look(wanted), undefined) ?? key;
    const words = text.includes('{') ? { ...this.#communityWords(), ...values } : values;
    const said = filled(text, words);
    return this.#beginsWithoutName(text, words) ? capitalised(said, languageOf(this)) : said;
  }

  /**
   * A string that all widgets share, for a controller of this view.
   * @internal
   */
  sharedWords(key: SharedKey): string {
    return this.t(key);
  }

  /** The sentence for an error code. */
  protected sentence(code: ErrorCode): string {
    const own = this.community?.strings[`error.${code}`] ?? translated(this, `error.${code}`);
    return own ?? new MilieuError(code).message;
  }

  /** Where the record with this id is now, if this widget saved it. The foot shows the same. The view is rendered again when it changes. */
  protected truthOf(id: string): SaveTruth {
    return this.truthOfState(this.acts?.of(id, this) ?? { is: 'idle' });
  }
  /** Where a record of a list is now. */
  protected truthOfKept(kept: Kept): SaveTruth {
    const { community } = this;
    return community ? truthOfRecord(kept, community.status, community.online) : { is: 'opening' };
  }
  protected truthOfState(state: SaveState): SaveTruth {
    const { community } = this;
    return community ? truthOf(state, community.status, community.online) : { is: 'opening' };
  }
  /** The strings and formats for sentences about where a record is. */
  protected readonly saveWords: SaveWords = {
    t: (key, values) => this.t(key, values),
    time: (iso) => this.time(iso),
    sentence: (code) => this.sentence(code),
  };

  /** Renders the list, or the reason why it is not there. */
  protected renderState<D>(screen: ViewState<D>, drawing: StateTemplates<D>): unknown {
    return renderState(screen, { t: (key) => this.t(key), sentence: (code) => this.sentence(code) }, drawing);
  }

  /** The person's name, `you`, or `someone here`. */
  protected name(person: string): string {
    if (person === this.community?.actor.person) return this.t('people.you');
    return this.knownName(person) ?? this.t('people.unknown');
  }

  /** The person's name if it is in the host's list; for the person on this page too. */
  protected knownName(person: string): string | undefined {
    const known = this.community?.find(person);
    return known && this.nameOf(known);
  }

  /** A person's name. If another person has the same name, the note or role that distinguishes them is added. */
  protected nameOf(person: Person): string {
    const { name } = person;
    const more = apart(person, this.community?.people ?? []);
    return more ? this.t('people.apart', { name, more: 'note' in more ? more.note : this.t(`people.as.${more.as}`) }) : name;
  }

  /** A day such as `12 November`, in the page's language, with the year if it is not this year. */
  protected date(iso: string, options?: DateOptions): string {
    return formatDate(iso, languageOf(this), options);
  }
  protected time(iso: string): string {
    return formatTime(iso, languageOf(this));
  }

  /** Called when the community was found or has changed, before the next render. */
  protected communityChanged(): void {
    return;
  }

  #look(key: string): string | undefined {
    return this.community?.strings[key] ?? translated(this, key) ?? this.#inEnglish(key);
  }

  /** Looks in two tables. To merge them took longer than the rest of a render. */
  #inEnglish(key: string): string | undefined {
    const [own, shared]: readonly Locale[] = [this.english, sharedStrings];
    return own?.[key] ?? shared?.[key];
  }

  /** Whether the text begins with `you` or `someone here` in place of a name: there it needs a capital. */
  #beginsWithoutName(text: string, values: Values): boolean {
    const first = /^\{([\w-]+)\}/.exec(text)?.[1];
    const value = first === undefined ? undefined : values[first];
    return value !== undefined && [this.#look('people.you'), this.#look('people.unknown')].includes(String(value));
  }

  #communityWords(): Values {
    const word = (key: SharedKey): string => this.community?.strings[key] ?? translated(this, key) ?? sharedStrings[key];
    return { meeting: word('word.meeting'), resident: word('word.resident'), step: word('word.step') };
  }

  /** The keys for the plural form of this language, then for `other`, which every language has. English has two forms, Arabic six. */
  #counted(key: string, count: number): readonly string[] {
    return [`${key}.${pluralForm(count, languageOf(this))}`, `${key}.other`];
  }
}

/** The strings and formats for a sentence about where a record is. */
export interface SaveWords {
  readonly t: (key: SharedKey, values?: Values) => string;
  readonly time: (iso: string) => string;
  readonly sentence: (code: ErrorCode) => string;
}

type SharedCountKey = CountKey<typeof sharedStrings>;
/** For example `people`, if the table has `people.one` and `people.other`. */
type CountKey<S> = Extract<keyof S, string> extends infer K ? (K extends `${infer Stem}.other` ? Stem : never) : never;
