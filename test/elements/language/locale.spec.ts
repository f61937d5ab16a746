import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { registerLocale } from '../../../src/elements/language/locale.js';
import { View } from '../../../src/elements/controllers/base-view.js';
import { textOf, until } from '../../../src/testing/by-role.js';

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

/** A tag of an invented language with the rules of Arabic. */
const arabic = 'ar-x-words';

const shown = async (lang: string, count: number, named = 'Jo Marsh'): Promise<HTMLElement> => {
  const element = await fixture<WordsForTest>(html`<words-for-test lang=${lang} .count=${count} .named=${named}></words-for-test>`);
  await element.updateComplete;
  return element;
};
const [open, close] = ['\u2068', '\u2069'];
/** The words themselves, with the marks that nobody sees. */
const marked = (element: Element): string => element.shadowRoot?.textContent ?? '';

describe('words of a language', () => {
  registerLocale(arabic, {
    'for-test.minutes.two': 'دقيقتان',
    'for-test.minutes.few': '{count} دقائق',
    'for-test.minutes.other': '{count} دقيقة',
    'for-test.by': '{name}، {date} نوفمبر',
  });

  it('a number uses the plural forms of the language, and “other” if a form is missing', async () => {
    expect(textOf(await shown(arabic, 2))).to.contain('دقيقتان');
    expect(marked(await shown(arabic, 3))).to.contain(`${open}3${close} دقائق`);
    expect(marked(await shown(arabic, 11))).to.contain(`${open}11${close} دقيقة`);
    expect(textOf(await shown('en', 1))).to.match(/\b1 minute\b/);
    expect(textOf(await shown('en', 3))).to.contain('3 minutes');
  });

  it('isolate a name always, and a number where letters run from right to left', async () => {
    expect(marked(await shown(arabic, 2))).to.contain(`${open}Jo Marsh${close}، ${open}12${close} نوفمبر`);
    expect(marked(await shown('en', 2, 'سلمى'))).to.contain(`${open}سلمى${close}, ${open}12${close}`);
    expect(marked(await shown('en', 2)))
      .to.contain(`${open}Jo Marsh${close}, `)
      .and.to.contain('2 minutes');
  });

  it('run on in their own direction after a name that ends in a mark which turns text around', async () => {
    const element = await shown('en', 2, 'Jo\u202e');
    const words = element.shadowRoot?.querySelectorAll('p')[1]?.lastChild as Text;
    const end = words.data.length;
    const left = (at: number): number => {
      const range = document.createRange();
      range.setStart(words, at);
      range.setEnd(words, at + 1);
      return range.getBoundingClientRect().left;
    };
    const places = ['J', '1', '2'].map((letter) => left(words.data.lastIndexOf(letter, end)));
    expect(places).to.deep.equal([...places].sort((a, b) => a - b));
  });

  for (const lang of ['pt_BR', 'en-US.UTF-8', '{{ lang }}', 'auto', '', 'x', '__proto__', 'en-US@posix']) {
    it(`are drawn in a page whose language is written ${lang || 'empty'}`, async () => {
      expect(textOf(await shown(lang, 3))).to.contain('3 minutes');
    });
  }

  it('of a language are found however the page writes its tag', async () => {
    registerLocale('qu_PE', { 'for-test.minutes.other': '{count} minutukuna' });
    expect(textOf(await shown('qu-PE', 3))).to.contain('3 minutukuna');
    expect(textOf(await shown('qu_PE.UTF-8', 3))).to.contain('3 minutukuna');
  });

  it('the words of a language are shown as soon as it is registered', async () => {
    const element = await shown('es-x-words', 3);
    expect(textOf(element)).to.contain('3 minutes');
    registerLocale('es-x-words', { 'for-test.minutes.other': '{count} minutos' });
    await until(() => textOf(element).includes('3 minutos'));
  });
});
