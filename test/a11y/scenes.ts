import type { MilieuCommunity } from '../../src/elements/community/milieu-community.js';
import { byRole, findByRole, findInText } from '../../src/testing/by-role.js';
import { answersWanted, called, cameForAna, carriedByAna, kept, placed, sentByAna, waitsForStaff } from './scene-records.js';
import { atTheHouse } from './house-scenes.js';
import { meetings } from './meeting-scenes.js';
import { press, unfold } from './scene-steps.js';
import { type Setting, show } from './show-scene.js';

type Root = MilieuCommunity;

/** One state of one view: the widget, the steps to the state, and the text that it must show. */
export interface Scene extends Setting {
  readonly name: string;
  /** Buttons to press, sections to open, or other steps to the state. */
  readonly steps?: (root: Root) => Promise<unknown>;
  /** What must be shown in words and not only by colour; the scene waits for it. */
  readonly says: readonly (string | RegExp)[];
}

const choose = async (root: Element, name: string | RegExp): Promise<void> => (await findByRole(root, 'radio', name)).click();

const feedback = 'milieu-peer-feedback';
const ladder = 'milieu-responsibility-ladder';
const card = 'milieu-coping-card';
const deck = 'milieu-coping-deck';
const priya = 's-priya';

const writing: readonly Scene[] = [
  { name: 'feedback: write', tag: feedback, says: ['The person you choose and staff can read this.', 'For you'] },
  {
    name: 'feedback: a reminder with mistakes',
    tag: feedback,
    view: 'write',
    steps: async (root) => {
      await choose(root, /^A reminder/);
      await unfold(root, 'Say more');
      await press(root, 'Send to staff');
    },
    says: ['4 things to add first', 'Choose who this is for.', 'Write what you saw. A few words will do.'],
  },
  {
    name: 'feedback: written',
    tag: feedback,
    view: 'write',
    steps: async (root) => {
      await choose(root, /^A reminder/);
      await choose(root, 'Sam');
      await press(root, 'I’ll say it in person');
    },
    says: ['You will say it to Sam in person', 'Only you can see this. Nothing goes to Sam.'],
  },
  { name: 'feedback: for you', tag: feedback, view: 'inbox', past: cameForAna, says: ['New affirmation', 'New reminder', 'You said thanks.'] },
  { name: 'feedback: nothing for you', tag: feedback, view: 'inbox', says: ['Nothing new for you'] },
  {
    name: 'feedback: a slip',
    tag: feedback,
    view: 'inbox',
    past: cameForAna,
    steps: (root) => press(root, /^Read it now: New reminder/),
    says: ['Staff read it first.', 'Your answer is up to you. You can also leave it.'],
  },
  {
    name: 'feedback: I see it differently',
    tag: feedback,
    view: 'inbox',
    past: cameForAna,
    steps: (root) => press(root, /^Read it now: New reminder/, 'I see it differently'),
    says: ['Jo and staff can read what you write here.'],
  },
  {
    name: 'feedback: sent',
    tag: feedback,
    view: 'sent',
    past: sentByAna,
    says: ['Sam thanked you.', 'Staff did not pass this on. They told you why.', 'Staff asked you to reword this.', 'With staff.'],
  },
  {
    name: 'feedback: other words',
    tag: feedback,
    view: 'sent',
    past: sentByAna,
    steps: (root) => press(root, /Open: Reminder for Sam/, 'Change the words'),
    says: ['Which night was it?'],
  },
  {
    name: 'feedback: to look at',
    tag: feedback,
    person: priya,
    past: waitsForStaff,
    steps: (root) => press(root, 'To review (2)', /^Sam to Ana/),
    says: ['Ana says this does not feel OK', 'Please stop.'],
  },
  {
    name: 'feedback: a note is missing',
    tag: feedback,
    view: 'queue',
    person: priya,
    past: waitsForStaff,
    steps: (root) => press(root, /^Jo to Ana/, 'Do not pass it on'),
    says: ['Say why, in a sentence Jo can read.'],
  },
];

const parts: readonly Scene[] = [
  { name: 'ladder: my part', tag: ladder, past: (history) => placed(history, 'contributing'), says: ['You are here, since', 'Next, when you want'] },
  { name: 'ladder: the first day', tag: ladder, view: 'part', says: ['Your first circle is ready', 'This is where everyone starts'] },
  {
    name: 'ladder: resting',
    tag: ladder,
    view: 'part',
    past: (history) => history.act('p-ana', 'rest', 'placement', placed(history, 'caring')),
    says: ['You are on a break', 'You are here, on a break'],
  },
  {
    name: 'ladder: what I carry',
    tag: ladder,
    view: 'carry',
    past: carriedByAna,
    steps: (root) => press(root, 'Ask for help with this'),
    says: ['Offered', 'Taken on', 'Asked for help', 'Asked to swap', 'Not this one', 'Done', 'What would help?'],
  },
  {
    name: 'ladder: how it was',
    tag: ladder,
    view: 'carry',
    past: carriedByAna,
    steps: async (root) => {
      await unfold(root, 'Say how it went, if you like');
      await press(root, 'Tell staff');
    },
    says: ['Pick a number or write a few words first.'],
  },
  {
    name: 'ladder: offer, with mistakes',
    tag: ladder,
    view: 'give',
    person: priya,
    past: answersWanted,
    steps: async (root) => {
      await unfold(root, 'Say more');
      await press(root, 'Offer it');
    },
    says: ['Ana would like help with this.', 'Sam would like to swap.', 'Jo said “not this one.”', 'Choose a person.', 'Say what it is.'],
  },
  {
    name: 'ladder: record what we agreed, with mistakes',
    tag: ladder,
    person: priya,
    about: 'p-ana',
    past: (history) => placed(history, 'caring'),
    steps: (root) => press(root, 'Record what we agreed', 'End this role', 'Save'),
    says: ['What is agreed now', 'Why? They can read this.', 'Choose a circle.'],
  },
];

const coping: readonly Scene[] = [
  {
    name: 'card: its face',
    tag: card,
    steps: (root) => unfold(root, 'Put a number on it first, if you like'),
    says: ['How strong is the feeling now?'],
  },
  { name: 'card: running', tag: card, steps: (root) => press(root, 'Start breathing'), says: ['Breathe in', /Breath \d+ of \d+/] },
  {
    name: 'card: after',
    tag: card,
    steps: async (root) => {
      await unfold(root, 'Put a number on it first, if you like');
      await choose(root, '7');
      await press(root, 'Start breathing', 'Stop');
      byRole(await findByRole(root, 'group', /^And now/), 'radio', '8').click();
    },
    says: ['From 7 to 8.', 'Did it help?'],
  },
  {
    name: 'card: my practice',
    tag: card,
    past: (history) => {
      kept(history, 4000, { before: 7, after: 4, helped: 'helped', note: 'It rained.' });
      kept(history, 200);
    },
    steps: (root) => press(root, 'My practice', /^Remove /),
    says: ['Before 7, after 4. It helped.', 'Remove this? You can’t undo it.'],
  },
  {
    name: 'deck: cards',
    tag: deck,
    past: (history) => kept(history, 300, { helped: 'helped' }),
    says: ['Talk to someone first', 'It helped you on'],
  },
  { name: 'deck: a card with steps', tag: deck, steps: (root) => press(root, 'Five senses', 'Start'), says: ['2 minutes left'] },
  { name: 'deck: people', tag: deck, steps: (root) => press(root, 'Talk to someone first', 'People to call'), says: ['Staff office'] },
];

const calls: readonly Scene[] = [
  { name: 'help: nobody has been told', tag: 'milieu-help', steps: (root) => press(root, 'Ask staff to come'), says: ['Nobody has been told.'] },
  {
    name: 'help: worried',
    tag: 'milieu-help',
    steps: (root) => press(root, 'I’m worried about someone'),
    says: ['What worries you?'],
  },
  { name: 'help: for staff', tag: 'milieu-help', person: priya, past: called, says: ['Sam asked staff to come', 'Ana is worried about someone'] },
  { name: 'help: in the foot of a widget', tag: feedback, view: 'inbox', steps: (root) => press(root, 'Ask for help'), says: ['Need someone?'] },
];

/** Every view of every widget in its important states: all checks of this folder use them. */
export const scenes: readonly Scene[] = [...writing, ...parts, ...coping, ...meetings, ...calls, ...atTheHouse];

/** Shows a scene and waits for all its text. */
export async function play(scene: Scene): Promise<MilieuCommunity> {
  const root = await show(scene);
  await scene.steps?.(root);
  for (const words of scene.says) await findInText(root, words);
  return root;
}
