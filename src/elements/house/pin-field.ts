import { html, nothing, type TemplateResult } from 'lit';
import { leastDigits, memberLimits, type Pin } from '../../model/kinds/member/table.js';
import type { As } from '../../model/record.js';
import { digitsOf } from '../../model/text.js';
import { describedBy, question } from '../parts/fields.js';

interface PinField {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  /** Whether the digits can be read on the screen. */
  readonly isShown: boolean;
  readonly show: string;
  readonly toggle: () => void;
}

/**
 * A field for a PIN. It is no password field, because a browser would offer to save it, on a computer that others use too. What is typed is read when the form
 * is sent and is part of no draft.
 */
export const pinField = ({ id, label, hint, problem, isShown, show, toggle }: PinField): TemplateResult =>
  html`${question(
      id,
      label,
      html`<input
        id=${id}
        class=${isShown ? 'pin' : 'pin hidden'}
        inputmode="numeric"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        maxlength=${memberLimits.digits}
        aria-describedby=${describedBy(id, { ...(hint ? { hint } : {}), problem })}
        aria-invalid=${problem ? 'true' : nothing}
      />`,
      { ...(hint ? { hint } : {}), problem },
    )}
    <label class="tick">
      <input type="checkbox" .checked=${isShown} @change=${toggle} />
      <span>${show}</span>
    </label>`;

/** What is kept of a PIN. It takes a moment, on plain `http:` a second. */
export const sealedPin = async (digits: string): Promise<Pin> => (await import('../../records/crypto/pin.js')).sealPin(digits);

/** The digits of a new PIN; undefined if it is too short for such a person, or has something else in it. */
export function newPin(typed: string, as: As): string | undefined {
  const digits = digitsOf(typed);
  return digits !== undefined && digits.length >= leastDigits(as) && digits.length <= memberLimits.digits ? digits : undefined;
}
