import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { type ErrorCode, MilieuError } from '../../records/errors.js';
import type { Community } from '../community/community.js';
import { CommunityLink } from '../community/link.js';
import type { Acts } from './acts.js';
import { draw, type Drawing } from './draw.js';
import { FocusKeeper } from './focus-keeper.js';
import { Language, languageOf, type Locale, localized } from './language.js';
import type { Screen } from './screen.js';
import { filled, type SharedKey, sharedStrings, type Values } from './strings.js';

/**
 * What public tags and the views inside them have in common: the community, the words, the dates.
 * `S` is the widget's own table of English strings.
 */
export abstract class View<S extends Readonly<Record<string, string>> = Readonly<Record<never, string>>> extends LitElement {
  /** The English of this widget: its typed contract with languages and hosts. */
  protected abstract readonly english: S;
  /**
   * Given by the public tag to the views inside it: saves, and says how far the last one has come.
   * @internal
   */
  @property({ attribute: false }) acts?: Acts;

  protected readonly link = new CommunityLink(this, () => this.communityChanged());

  constructor() {
    super();
    new Language(this);
    new FocusKeeper(this);
  }

  /** @internal */
  get community(): Community | undefined {
    return this.link.community;
  }

  /** The words for `key`: the host's own, then the page's language, then English. */
  protected t(key: Extract<keyof S, string> | SharedKey | CountKey<S>, values: Values = {}): string {
    const keys = 'count' in values ? this.#counted(key, Number(values['count'])) : [key];
    const text = keys.reduce<string | undefined>((found, wanted) => found ?? this.#look(wanted), undefined) ?? key;
    const words = text.includes('{') ? { ...this.#communityWords(), ...values } : values;
    return filled(text, words);
  }

  /** The sentence for what went wrong. */
  protected sentence(code: ErrorCode): string {
    const own = this.community?.strings[`error.${code}`] ?? localized(languageOf(this), `error.${code}`);
    return own ?? new MilieuError(code).message;
  }

  /** What stands where a list will be: the list itself, or why it is not there. */
  protected draw<D>(screen: Screen<D>, drawing: Drawing<D>): unknown {
    return draw(screen, { t: (key) => this.t(key), sentence: (code) => this.sentence(code) }, drawing);
  }

  /** The person's name, `you`, or `someone here`. */
  protected name(person: string): string {
    if (person === this.community?.actor.person) return this.t('people.you');
    return this.community?.nameOf(person) ?? this.t('people.unknown');
  }

  /** A day such as `12 November`, or with `time` also the hour, in the page's language. */
  protected date(iso: string, options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' }): string {
    const when = new Date(iso);
    return Number.isNaN(when.getTime()) ? '' : new Intl.DateTimeFormat(languageOf(this), options).format(when);
  }
  protected time(iso: string): string {
    return this.date(iso, { hour: 'numeric', minute: '2-digit' });
  }

  /** Runs when the community was found or anything in it changed, before the redraw. */
  protected communityChanged(): void {
    return;
  }

  #look(key: string): string | undefined {
    return this.community?.strings[key] ?? localized(languageOf(this), key) ?? this.#inEnglish(key);
  }

  /** Looked up in two tables: to merge them took longer than all else in a redraw. */
  #inEnglish(key: string): string | undefined {
    const [own, shared]: readonly Locale[] = [this.english, sharedStrings];
    return own?.[key] ?? shared?.[key];
  }

  #communityWords(): Values {
    const word = (key: SharedKey): string => this.community?.strings[key] ?? localized(languageOf(this), key) ?? sharedStrings[key];
    return { meeting: word('word.meeting'), resident: word('word.resident'), step: word('word.step') };
  }

  /** English has two forms, Arabic six: the language's own, else the one that every language has. */
  #counted(key: string, count: number): readonly string[] {
    return [`${key}.${new Intl.PluralRules(languageOf(this)).select(count)}`, `${key}.other`];
  }
}

/** `people` where the table has `people.one` and `people.other`. */
type CountKey<S> = Extract<keyof S, string> extends infer K ? (K extends `${infer Stem}.other` ? Stem : never) : never;
