import { html, type TemplateResult } from 'lit';
import { helpLimits } from '../../model/kinds/help/table.js';
import { trimmed } from '../../model/text.js';
import { icon } from '../parts/icons.js';
import type { CallWords } from './call-message.js';

/** The form for a worry about somebody else. It says first who can read it. `send` gets the text, which may be empty. */
export const worriedForm = (t: CallWords['t'], send: (text: string) => void): TemplateResult =>
  html`<form
    class="q"
    @submit=${(event: SubmitEvent): void => {
      event.preventDefault();
      send(trimmed((event.target as HTMLFormElement).querySelector('textarea')?.value ?? ''));
    }}
  >
    <p class="reads">${icon('eye')}<span>${t('help.worried-reads')}</span></p>
    <label for="text">${t('help.worried-label')}</label>
    <textarea id="text" name="text" maxlength=${helpLimits.text} autocomplete="off"></textarea>
    <div class="row acts"><button class="btn go" type="submit">${t('help.worried-send')}</button></div>
  </form>`;
