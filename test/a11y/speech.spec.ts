import { assert } from '@open-wc/testing';
import type { MilieuCommunity } from '../../src/elements/community/milieu-community.js';
import { MilieuError } from '../../src/records/base/errors.js';
import { byRole, fill, findByRole, findFirst, findInText, until } from '../../src/testing/by-role.js';
import { called, offered, planned } from './scene-records.js';
import { Listener } from './speech.js';
import { type Setting, show } from './show-scene.js';

const press = async (root: Element, name: string | RegExp): Promise<void> => (await findByRole(root, 'button', name)).click();
const choose = async (root: Element, name: string): Promise<void> => (await findByRole(root, 'radio', name)).click();
const saved = 'Saved until this page closes. Not sent to anyone yet. We’ll send it as soon as we can.';
const full = (root: MilieuCommunity): void => {
  if (root.records) root.records.act = (): Promise<never> => Promise.reject(new MilieuError('quota'));
};

async function writes(root: MilieuCommunity): Promise<void> {
  await choose(root, 'Sam');
  fill(byRole(root, 'textbox', 'What did you see?'), 'You found the mop.');
}

interface Case extends Setting {
  readonly what: string;
  /** Waits until the widget is ready; earlier announcements do not count. */
  readonly ready?: (root: MilieuCommunity) => Promise<unknown>;
  readonly act: (root: MilieuCommunity) => Promise<unknown>;
  readonly said: readonly (string | RegExp)[];
}

const cases: readonly Case[] = [
  {
    what: 'a save once',
    tag: 'milieu-peer-feedback',
    view: 'write',
    ready: writes,
    act: (root) => press(root, 'Send to Sam'),
    said: ['Saving', saved],
  },
  {
    what: 'each failure once',
    tag: 'milieu-peer-feedback',
    view: 'write',
    ready: async (root) => {
      await writes(root);
      full(root);
    },
    act: async (root) => {
      await press(root, 'Send to Sam');
      await findInText(root, 'This device is full.');
      await press(root, 'Send to Sam');
    },
    said: ['Saving', /^Not saved\. This device is full\./, 'Saving', /^Not saved\. This device is full\./],
  },
  {
    what: 'how many names fit',
    tag: 'milieu-peer-feedback',
    view: 'write',
    ready: async (root) => {
      root.people = Array.from({ length: 12 }, (_, at) => ({ id: `n-${at}`, name: `Name ${at}`, as: 'resident' as const }));
      await findByRole(root, 'searchbox');
    },
    act: async (root) => fill(await findByRole(root, 'searchbox'), 'zz'),
    said: ['No name matches. Try fewer letters.'],
  },
  {
    what: 'a duty that is done',
    tag: 'milieu-responsibility-ladder',
    view: 'carry',
    past: (history) => offered(history, 'Water the plants'),
    act: (root) => press(root, 'Done'),
    said: ['Saving', saved],
  },
  {
    what: 'a practice that is saved, and no breath before it',
    tag: 'milieu-coping-card',
    act: async (root) => {
      await press(root, 'Start breathing');
      await press(root, 'Pause');
      await press(root, 'Stop');
      await press(root, 'Save this');
    },
    said: ['Paused', 'Saving', 'Saved until this page closes'],
  },
  {
    what: 'each breath, if the person asks for it',
    tag: 'milieu-coping-card',
    ready: (root) => press(root, 'Start breathing'),
    act: async (root) => {
      (await findByRole(root, 'checkbox', { name: 'Read each breath aloud with my screen reader', hidden: true })).click();
      await findInText(root, /Breathe (in|out)/);
    },
    said: [/^Breathe (in|out)$/],
  },
  {
    what: 'the new place of an agenda item',
    tag: 'milieu-meeting-agenda',
    view: 'plan',
    past: planned,
    act: (root) => press(root, 'Move up: Cups'),
    said: ['Saving', saved, 'Cups is now number 1 of 3.'],
  },
  {
    what: 'that nobody has been told, once',
    tag: 'milieu-help',
    act: (root) => press(root, 'Ask staff to come'),
    said: [/^Nobody has been told\. Go to a member of staff now\./],
  },
  {
    what: 'that staff can read it',
    tag: 'milieu-help',
    ready: async (root) => root.addEventListener('milieu-deliver', (event) => event.waitUntil(Promise.resolve(true))),
    act: (root) => press(root, 'Ask staff to come'),
    said: ['Asking staff now', 'Sent. Nobody has seen it yet.'],
  },
  {
    what: 'that a call was seen',
    tag: 'milieu-help',
    person: 's-priya',
    past: called,
    // The old calls are announced first, and that the sound is off.
    ready: async (root) => {
      await findInText(root, 'Sound is off.');
      for (const name of ['Sam', 'Ana']) await findInText(root, `Nobody has seen the call from ${name}. Go now.`);
    },
    act: async (root) => {
      (await findFirst(root, 'button', 'I’ve seen it')).click();
    },
    said: ['Saving', saved],
  },
];

describe('what a screen reader announces', () => {
  for (const { what, ready, act, said, ...setting } of cases)
    it(`announces ${what}`, async () => {
      const root = await show(setting);
      await ready?.(root);
      await findInText(root, 'Saved only until this page closes');
      const listener = new Listener(root);
      await act(root);
      // The foot always says where records are kept; this test is about the other announcements.
      const all = (): string[] => listener.said.filter((words) => !words.startsWith('Saved only until'));
      await until(() => all().length >= said.length || Promise.reject(new Error(all().join(' | '))));
      await root.updateComplete;
      listener.stop();
      const heard = all().map((words, at) => {
        const wanted = said[at];
        return wanted instanceof RegExp && wanted.test(words) ? String(wanted) : words;
      });
      assert.deepEqual(heard, said.map(String));
      assert.deepEqual(listener.tooLate, []);
    });
});
