import { expect } from '@open-wc/testing';
import { elementsOf } from '../../src/testing/find-elements.js';
import { allByRole, byRole, findInText, textOf, until } from '../../src/testing/by-role.js';
import { type Described, inside, type Tag } from './element.contract.js';
import { shapes } from './odd-values.js';
import { drawn, settled } from './wait-for-draw.js';

/** The text after it has stopped changing, because views of a widget are loaded when they are opened. */
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

/** A widget with an invalid property reports it or ignores it. It keeps working, and so do the widgets beside it. */
export function misfitContract({ tag, properties }: Described): void {
  describe(`<${tag}> with invalid properties`, () => {
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
      it(`an invalid \`${property}\` is reported or ignored, and the widgets beside it keep working`, async () => {
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
