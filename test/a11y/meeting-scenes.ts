import { fill, findByRole, findInText } from '../../src/testing/by-role.js';
import { held, planned, proposed, running } from './scene-records.js';
import { press, unfold } from './scene-steps.js';
import type { Scene } from './scenes.js';

const agenda = 'milieu-meeting-agenda';
const priya = 's-priya';

/** The views of the meeting in their important states. */
export const meetings: readonly Scene[] = [
  { name: 'meeting: plan', tag: agenda, past: (history) => proposed(history, 'p-sam', 'New cups', planned(history)), says: ['You', 'From Sam'] },
  {
    name: 'meeting: propose',
    tag: agenda,
    view: 'plan',
    person: 'p-sam',
    past: planned,
    steps: async (root) => {
      await findInText(root, 'Garden');
      await press(root, 'Suggest something');
      await unfold(root, 'Say more');
      await press(root, 'Suggest it');
    },
    says: ['Write at least a word or two.'],
  },
  {
    name: 'meeting: a new plan',
    tag: agenda,
    view: 'plan',
    steps: async (root) => {
      await findByRole(root, 'button', 'Use this plan');
      await unfold(root, 'Say more');
    },
    says: ['Plan the next meeting', 'An empty agenda'],
  },
  {
    name: 'meeting: before it opens',
    tag: agenda,
    view: 'run',
    past: (s) => [held(s), planned(s)],
    says: ['Not open yet', 'What we promised last time'],
  },
  {
    name: 'meeting: on',
    tag: agenda,
    view: 'run',
    past: (s) => running(s, 300),
    says: ['Cups', 'left for this part', 'Another screen runs the clock.'],
  },
  {
    name: 'meeting: more',
    tag: agenda,
    view: 'run',
    past: (s) => running(s, 300),
    steps: (root) => press(root, 'Run the clock here', 'More', 'Close the meeting'),
    says: ['Hide the clock', 'Parts you did not get to are left for another time.'],
  },
  {
    name: 'meeting: to begin',
    tag: agenda,
    view: 'run',
    past: planned,
    steps: (root) => press(root, 'Open the meeting', 'Open it now'),
    says: ['To begin', 'What people share stays here, unless someone is in danger.', 'Is anyone new? Ask what they like to be called.'],
  },
  {
    name: 'meeting: names somebody',
    tag: agenda,
    view: 'plan',
    past: planned,
    steps: async (root) => {
      await press(root, 'Suggest something');
      fill(await findByRole(root, 'textbox', 'What would you like to raise?'), 'Sam stole my food');
      await press(root, 'Suggest it', 'Give it as feedback');
    },
    says: [/This names .*Sam/, 'It names someone. Choose what to do with it first.'],
  },
  {
    name: 'meeting: you said, we did',
    tag: agenda,
    view: 'said',
    past: (s) => proposed(s, 'p-sam', 'New cups', planned(s)),
    says: ['Waiting for a meeting.'],
  },
  { name: 'meeting: on the wall', tag: agenda, view: 'room', past: (s) => running(s, 300), says: ['Now', 'Cups', 'Next: Garden'] },
  {
    name: 'meeting: time is up, while it is written down',
    tag: agenda,
    view: 'run',
    past: (s) => running(s, 0),
    steps: (root) => press(root, 'Write what we decided', 'Add a promise', 'Save the decision'),
    says: ['time is up', 'Time is up for this part.', 'Write what was decided.', 'Remove this promise'],
  },
  { name: 'meeting: minutes', tag: agenda, view: 'minutes', person: priya, past: (s) => held(s, 'draft'), says: ['A draft by Jo.'] },
  { name: 'meeting: minutes to write', tag: agenda, view: 'minutes', person: 'p-jo', past: (s) => held(s, 'none'), says: ['Write the minutes'] },
  {
    name: 'meeting: what we promised',
    tag: agenda,
    view: 'board',
    past: held,
    steps: (root) => press(root, 'No longer needed'),
    says: ['You said you would', 'Others said they would', 'Why is it no longer needed?'],
  },
];
