import { assert } from '@open-wc/testing';
import { executeServerCommand, getSnapshotConfig, sendKeys } from '@web/test-runner-commands';
import { elementsOf, reachable } from '../../../src/testing/find-elements.js';
import { findInText, until } from '../../../src/testing/by-role.js';
import { focused, hasRing, isUncovered, roleOf, stopOf, wordsOf } from '../focus.js';
import { type Setting, show } from '../show-scene.js';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';

const most = 60;
const edge = (words: string): HTMLButtonElement => Object.assign(document.createElement('button'), { textContent: words });

async function pressed(key: 'Tab' | 'Shift+Tab'): Promise<void> {
  if (key === 'Tab') return sendKeys({ press: 'Tab' });
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'Tab' });
  await sendKeys({ up: 'Shift' });
}

/**
 * A widget between two buttons, used only by keyboard. At every stop the ring must be visible and nothing may cover it. All keys
 * and the focus after each are recorded and compared with the file next to the test.
 */
export class Keys {
  readonly #lines: string[] = [];

  private constructor(
    readonly community: MilieuCommunity,
    private readonly before: HTMLElement,
    private readonly after: HTMLElement,
  ) {}

  /** Shows the widget and goes to the button before it. */
  static async at(setting: Setting): Promise<Keys> {
    const community = await show(setting);
    const [before, after] = [edge('Before'), edge('After')];
    community.before(before);
    community.after(after);
    const keys = new Keys(community, before, after);
    for (let tries = 0; focused() !== before; tries += 1) {
      if (tries > 3) throw new Error('Tab does not come to the page');
      await sendKeys({ press: 'Tab' });
    }
    return keys;
  }

  /** Presses Tab until the focus is on this role and name. */
  async to(role: string, name: string | RegExp): Promise<void> {
    await until(() => [...elementsOf(this.community)].some((element) => this.#is(element, role, name) && reachable(element)), {
      what: `${role} ${String(name)}`,
    });
    for (let tries = 0; tries < most; tries += 1) {
      const here = await this.#tab('Tab');
      if (here === this.after) break;
      if (this.#is(here, role, name)) return;
    }
    throw new Error(`Tab did not come to ${role} ${String(name)}:\n${this.#lines.join('\n')}`);
  }

  async press(key: string): Promise<void> {
    this.#lines.push(key === ' ' ? 'Space' : key);
    await sendKeys({ press: key });
  }

  async type(text: string): Promise<void> {
    this.#lines.push(`types "${text}"`);
    await sendKeys({ type: text });
  }

  /** Waits until this is shown, as a person does before the next key. */
  async waitsFor(words: string): Promise<void> {
    await findInText(this.community, words);
  }

  /** Waits until the focus is here. */
  async lands(role: string, name: string | RegExp): Promise<void> {
    await until(
      () => {
        const here = focused();
        return (
          (here && this.#is(here, role, name)) ||
          Promise.reject(new Error(`The focus is on ${here ? stopOf(here) : 'nothing'}, not on ${role} ${String(name)}:\n${this.#lines.join('\n')}`))
        );
      },
      { within: 10_000 },
    );
    await this.#look('      ');
  }

  /** Presses Tab until the focus has left the widget: there is no focus trap. */
  async leave(): Promise<void> {
    for (let tries = 0; tries < most; tries += 1) if ((await this.#tab('Tab')) === this.after) return;
    throw new Error(`Tab does not leave the widget:\n${this.#lines.join('\n')}`);
  }

  /** Presses Shift+Tab through the whole widget to the button before it. */
  async back(): Promise<void> {
    for (let tries = 0; tries < most; tries += 1) if ((await this.#tab('Shift+Tab')) === this.before) return;
    throw new Error(`Shift+Tab does not leave the widget:\n${this.#lines.join('\n')}`);
  }

  /** Creates the widget again, as a reload does, and goes to the button before it. */
  async remake(): Promise<void> {
    const old = this.community.firstElementChild;
    const view = old?.getAttribute('view');
    if (!old) throw new Error('There is no widget');
    const made = document.createElement(old.localName);
    if (view) made.setAttribute('view', view);
    old.replaceWith(made);
    this.#lines.push('The page is made anew');
    await findInText(this.community, 'We kept what you wrote.');
    for (let tries = 0; focused() !== this.before && tries < most; tries += 1) await pressed('Shift+Tab');
  }

  /** Compares with the recorded order; `--update-snapshots` records it again. */
  async matches(workflow: string): Promise<void> {
    const content = `${this.#lines.join('\n')}\n`;
    const { updateSnapshots } = await getSnapshotConfig();
    const recorded: unknown = await executeServerCommand('recorded-order', { workflow, ...(updateSnapshots ? { content } : {}) });
    assert.equal(content, recorded, `${workflow}.order.txt; --update-snapshots records it anew`);
  }

  #is(here: Element, role: string, name: string | RegExp): boolean {
    return roleOf(here) === role && (typeof name === 'string' ? wordsOf(here) === name : name.test(wordsOf(here)));
  }

  async #tab(key: 'Tab' | 'Shift+Tab'): Promise<HTMLElement> {
    const from = focused();
    await pressed(key);
    const here = focused();
    if (here === this.after || here === this.before) {
      this.#lines.push(`${key} → out`);
      return here;
    }
    // A date field has a tab stop for each of its parts; the page sees one element.
    if (here && here === from && here instanceof HTMLInputElement) return here;
    return this.#look(`${key} →`);
  }

  async #look(how: string): Promise<HTMLElement> {
    const here = focused();
    if (!here) throw new Error(`The focus is nowhere:\n${this.#lines.join('\n')}`);
    this.#lines.push(`${how} ${stopOf(here)}`);
    if (!hasRing(here)) throw new Error(`No ring is seen:\n${this.#lines.join('\n')}`);
    await until(() => isUncovered(here), { within: 10_000, what: `${stopOf(here)}, uncovered,` });
    return here;
  }
}
