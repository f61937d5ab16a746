import { mayRead } from '../../../src/model/may-read.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { actorOf, actors } from '../dice.js';
import type { Law } from '../safety-rules.js';

const readers = (record: MilieuRecord): string[] => actors.filter((actor) => mayRead(record, actor)).map(({ person }) => person);

/** What must never happen with a concern, written independently of its table. */
export const concernLaws: Record<string, Law> = {
  'a concern is read by its author and by staff whom it does not name': ({ kind, after }) =>
    kind !== 'concern' || readers(after).every((person) => person === after.by || (actorOf(person).as === 'staff' && !after.to.includes(person))),
  'whom a concern names does not read what is answered to it': ({ kind, after, answers }) =>
    kind !== 'concern' || answers.every((answer) => readers(answer).every((person) => !after.to.includes(person))),
  'a concern is answered by staff whom it does not name, and not by its author': ({ kind, after, action, actor }) =>
    kind !== 'concern' ||
    !['read', 'answer', 'close'].includes(action) ||
    (actor.as === 'staff' && actor.person !== after.by && !after.to.includes(actor.person)),
  'a concern is answered and closed with words that reach its author': ({ kind, after, action, answers }) =>
    kind !== 'concern' ||
    !['answer', 'close'].includes(action) ||
    (/\S/.test(String(answers[0]?.data['note'])) && readers(answers[0]!).includes(after.by)),
};
