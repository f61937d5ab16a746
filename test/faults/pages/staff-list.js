// A page of staff whose backend fails, hangs or answers; it may say that nobody waits only after a complete check.
import { given, pause, product, pull, report } from './report.js';
import { everywhere } from './shadow-roots.js';
import { pick } from './random.js';

await product('milieu-elements');
const backends = {
  fails: async () => {
    throw new TypeError('no network');
  },
  hangs: () => new Promise(() => undefined),
  'answers nonsense': async () => null,
  answers: pull,
};

const text = () =>
  [...everywhere(document)]
    .map((element) =>
      [...element.childNodes]
        .filter(({ nodeType }) => nodeType === 3)
        .map(({ data }) => data)
        .join(' '),
    )
    .join('\n');
const saysNobody = () => /Nobody is waiting|No calls on this/.test(text());

const size = Number(given('size'));
const counts = { 'said nobody after a check': 0, 'said nobody without a check': 0 };
const faults = [];
for (let done = 0; done < size; done++) {
  const name = done === 0 ? 'answers' : pick(Object.keys(backends));
  const community = document.createElement('milieu-community');
  Object.assign(community, {
    community: `${given('community')}${done}`,
    person: 's-1',
    as: 'staff',
    transport: { pull: backends[name] },
    people: [],
  });
  community.append(document.createElement('milieu-help'));
  document.body.append(community);
  for (let left = 40; left > 0; left--) {
    await pause(25);
    if (!saysNobody()) continue;
    const isChecked = community.status.checkedAt !== undefined;
    counts[isChecked ? 'said nobody after a check' : 'said nobody without a check'] += 1;
    if (!isChecked) faults.push(`the backend ${name}, and staff read that nobody waits`);
    break;
  }
  community.remove();
}
if (!counts['said nobody after a check']) faults.push('staff never read that nobody waits, so this proves nothing');
await report('done', { done: size, counts, faults });
