import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { registerLocale } from '../../../src/elements/shared/language.js';
import { View } from '../../../src/elements/shared/view.js';
import { textOf, until } from '../../support/role.js';

const english = {
  'for-test.minutes.one': '{count} minute',
  'for-test.minutes.other': '{count} minutes',
  'for-test.by': '{name}, {date}',
} as const;

class WordsForTest extends View<typeof english> {
  protected readonly english = english;
  static override properties = { count: { type: Number }, named: {} };
  declare count: number;
  declare named: string;
  protected override render() {
    return html`<p>${this.t('for-test.minutes', { count: this.count })}</p>
      <p>${this.t('for-test.by', { name: this.named, date: '12' })}</p>`;
  }
}
customElements.define('words-for-test', WordsForTest);

/** A tag of no real language, with the rules of Arabic. */
const arabic = 'ar-x-words';

const shown = async (lang: string, count: number, named = 'Jo Marsh'): Promise<HTMLElement> => {
  const element = await fixture<WordsForTest>(html`<words-for-test lang=${lang} .count=${count} .named=${named}></words-for-test>`);
  await element.updateComplete;
  return element;
};
const [open, close] = ['\u2068', '\u2069'];

describe('words of a language', () => {
  registerLocale(arabic, {
    'for-test.minutes.two': 'دقيقتان',
    'for-test.minutes.few': '{count} دقائق',
    'for-test.minutes.other': '{count} دقيقة',
    'for-test.by': '{name}، {date} نوفمبر',
  });

  it('have the forms of that language for a number, and of those it lacks the one that every language has', async () => {
    expect(textOf(await shown(arabic, 2))).to.contain('دقيقتان');
    expect(textOf(await shown(arabic, 3))).to.contain(`${open}3${close} دقائق`);
    expect(textOf(await shown(arabic, 11))).to.contain(`${open}11${close} دقيقة`);
    expect(textOf(await shown('en', 1))).to.match(/\b1 minute\b/);
    expect(textOf(await shown('en', 3))).to.contain('3 minutes');
  });

  it('keep a name of other letters apart from the number beside it, and leave all else as it is', async () => {
    expect(textOf(await shown(arabic, 2))).to.contain(`${open}Jo Marsh${close}، ${open}12${close} نوفمبر`);
    expect(textOf(await shown('en', 2, 'سلمى'))).to.contain(`${open}سلمى${close}, ${open}12${close}`);
    expect(textOf(await shown('en', 2))).to.contain('Jo Marsh, 12');
  });

  it('come as soon as the language is there', async () => {
    const element = await shown('es-x-words', 3);
    expect(textOf(element)).to.contain('3 minutes');
    registerLocale('es-x-words', { 'for-test.minutes.other': '{count} minutos' });
    await until(() => textOf(element).includes('3 minutos'));
  });
});
