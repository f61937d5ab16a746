import { html, nothing, type TemplateResult } from 'lit';
import { trimmed } from '../../model/text.js';
import type { SaveTruth } from '../controllers/save-progress.js';
import type { SaveWords } from '../controllers/base-view.js';
import { isolated } from '../language/isolate.js';
import { icon, type IconName } from './icons.js';

/** The sentence about where a text is. `lead` is the same everywhere; `more` says why, or what to do. */
export interface SaveSentence {
  readonly ring: IconName;
  readonly tone: 'quiet' | 'warm' | 'care';
  readonly lead: string;
  readonly more?: string;
}

/** The sentence for a state; undefined for `kept`, because only the foot says where this device stores records. */
export function saveSentence(truth: SaveTruth, { t, time, sentence }: SaveWords): SaveSentence | undefined {
  switch (truth.is) {
    case 'kept':
      return undefined;
    case 'opening':
      return { ring: 'saving', tone: 'quiet', lead: t('status.opening') };
    case 'locked':
      return { ring: 'locked', tone: 'quiet', lead: t('status.locked') };
    case 'failed':
      return { ring: 'nobody', tone: 'care', lead: t('status.failed') };
    case 'damaged':
      return { ring: 'nobody', tone: 'care', lead: sentence('damaged-key'), more: t('status.damaged-more') };
    case 'read-only':
      return { ring: 'saved', tone: 'quiet', lead: t('status.read-only') };
    case 'outdated':
      return { ring: 'nobody', tone: 'care', lead: sentence('newer-schema') };
    case 'deleted':
      return { ring: 'temporary', tone: 'quiet', lead: sentence('removed') };
    case 'lost':
      return { ring: 'nobody', tone: 'care', lead: t('status.lost') };
    case 'partly-lost':
      return { ring: 'nobody', tone: 'care', lead: t('status.partly-lost') };
    case 'saving':
      return { ring: 'saving', tone: 'quiet', lead: t('status.saving') };
    case 'unsaved': {
      const [lead, why] = [t('status.unsaved'), truth.reason ? isolated(truth.reason) : sentence(truth.code)];
      return { ring: 'nobody', tone: 'care', lead, more: why.startsWith(lead) ? trimmed(why.slice(lead.length)) : why };
    }
    case 'saved':
      return { ring: 'saved', tone: 'quiet', lead: t('status.saved') };
    case 'waiting':
    case 'offline':
    case 'paused':
      return { ring: truth.is === 'offline' ? 'offline' : 'waiting', tone: 'warm', lead: t('status.waiting'), more: t(whyWaiting[truth.is]) };
    case 'sent':
      return { ring: 'sent', tone: 'quiet', lead: t('status.sent', { time: time(truth.at) }) };
    case 'refused':
      return { ring: 'nobody', tone: 'care', lead: t('status.refused') };
    case 'held':
      return { ring: 'nobody', tone: 'care', lead: t('status.held') };
    case 'removed':
      return { ring: 'temporary', tone: 'quiet', lead: t('status.removed') };
  }
}

/** Why a text for others has not been sent yet, or when it will be sent. */
export const whyWaiting = { waiting: 'status.waiting-more', offline: 'status.offline', paused: 'status.paused' } as const;

/** A view's own texts next to the sentence: what the state means for the reader. They must not say whether something was sent. */
export interface SaveMeaning {
  /** Shown while the text waits to be sent. */
  readonly waiting?: string;
  readonly sent?: string;
  /** Shown if only the author may read the text. */
  readonly saved?: string;
}

const isWaiting = ({ is }: SaveTruth): boolean => is === 'waiting' || is === 'offline' || is === 'paused';

/** Whether it was sent, so that others may have it. */
export const isSent = ({ is }: SaveTruth): boolean => is === 'sent';

/** Whether it is on this device or was sent. Only then may the heading of a view say that it is saved. */
export const isThere = (truth: SaveTruth): boolean => isWaiting(truth) || isSent(truth) || ['kept', 'saved', 'refused', 'held'].includes(truth.is);

/** The heading for what was just saved: the view's own, or the sentence if the view's heading is no longer true. */
export const savedHeading = (truth: SaveTruth, words: SaveWords, heading: string): string =>
  isThere(truth) ? heading : (saveSentence(truth, words)?.lead ?? heading);

/** The line for a record in a list: nothing if the record was sent, or if only its author may read it. */
export const unsentLine = (truth: SaveTruth, words: SaveWords): TemplateResult | typeof nothing =>
  isSent(truth) || truth.is === 'saved' ? nothing : saveLine(truth, words);

/** A line in the body of a view with the same sentence as the foot, and below it what it means. Only the foot announces it. */
export function saveLine(truth: SaveTruth, words: SaveWords, { waiting, sent, saved }: SaveMeaning = {}): TemplateResult {
  const sentence = saveSentence(truth, words);
  const meaning = isSent(truth) ? sent : isWaiting(truth) ? waiting : truth.is === 'saved' ? saved : undefined;
  return html`${
    sentence && truth.is !== 'saved' ? html`<p class="status ${sentence.tone}">${icon(sentence.ring)}<span>${sentence.lead}</span></p>` : nothing
  }${meaning ? html`<p class="quiet">${meaning}</p>` : nothing}`;
}
