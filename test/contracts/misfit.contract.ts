import { expect } from '@open-wc/testing';
import { elementsOf } from '../support/finder.js';
import { allByRole, byRole, findInText, textOf, until } from '../support/role.js';
import { type Described, inside, type Tag } from './element.contract.js';
import { shapes } from './shapes.js';
import { drawn, settled } from './watch.js';

/** What is said once it has stopped changing: parts of a widget are loaded when they are opened. */
async function atRest(said: () => string): Promise<string> {
  let [text, times] = ['', 0];
  await until(
    async () => {
      await settled();
      times = said() === text && !text.includes('Opening') ? times + 1 : 0;
      text = said();
      return times === 8;
    },
    { within: 8000, what: 'a widget at rest' },
  );
  return text;
}

/** A widget that is given nonsense says so, or goes on as before; it never dies, and never takes those beside it along. */
export function misfitContract({ tag, properties }: Described): void {
  describe(`<${tag}> given what does not fit`, () => {
    let element: Tag;
    let beside: HTMLElement;
    let first: string;
    const said = (): string => textOf(element).replace(/\s+/g, ' ').trim();
    beforeEach(async () => {
      const there = await inside(tag, 'staff');
      element = there.element;
      beside = document.createElement('milieu-help');
      there.community.append(beside);
      first = await atRest(said);
    });

    for (const property of properties) {
      it(`as \`${property}\`, says so or goes on as before, and so do those beside it`, async () => {
        const host = element as unknown as Record<string, unknown>;
        const usual = host[property];
        const faults: string[] = [];
        for (const [name, shape] of shapes) {
          host[property] = shape();
          await drawn();
          const warned = allByRole(element, 'alert').length > 0;
          if (!warned && said() !== first) faults.push(`${name} changed it without a word: ${said().slice(0, 200)}`);
          if ([...elementsOf(element)].some(({ localName, textContent }) => localName === 'b' && textContent === 'bold'))
            faults.push(`${name} became markup`);
          host[property] = usual;
          await drawn();
          await until(() => said() === first, { within: 10_000 }).catch(() => faults.push(`it did not come back from ${name}`));
        }
        expect(faults).to.deep.equal([]);
        byRole(beside, 'button', 'Ask staff to come').click();
        await findInText(beside, 'Nobody has been told');
      }).timeout(60_000);
    }
  });
}
