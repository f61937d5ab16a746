// Each rule that is easy to get wrong lives in one file; these patterns find code in src that goes round it.
import { relative, sep } from 'node:path';
import { root } from '../entries.mjs';

const timer = 'CallExpression[arguments.length>1]';

/** `where`: files the pattern is looked for in, all of src unless said. `home`: the files that may hold it. */
const rules = [
  {
    patterns: ['Identifier[name="Intl"]', 'MemberExpression[property.name=/^(toLocale|localeCompare)/]'],
    home: /^src\/(elements\/language\/format|model\/text)\.ts$/,
    message: 'What depends on a language has its home in elements/language/format.ts: a page may give any lang, and this would throw.',
  },
  {
    where: /^src\/(model|elements|content)\//,
    patterns: ['MemberExpression[property.name=/^trim(Start|End)?$/]'],
    home: /^src\/model\/(text|field-types\.schema)\.ts$/,
    message: 'Use hasWords, isAtLeast and trimmed of model/text.ts: blanks that look like letters are no words.',
  },
  {
    where: /^src\/elements\//,
    patterns: ['TemplateLiteral > CallExpression[callee.object.type="ThisExpression"][callee.property.name=/^(name|nameOf|knownName)$/]'],
    // There a name stands alone in its label or option.
    home: /^src\/elements\/parts\/person-picker\.ts$/,
    message: 'Fill a name into a string by t(), or put it into isolated(): it may end in a mark that turns the words after it around.',
  },
  {
    patterns: ['CallExpression[callee.property.name="normalize"]'],
    home: /^src\/(model\/(text|field-types\.schema)|elements\/(parts\/find-person|community\/namesakes))\.ts$/,
    message: 'Texts are compared in model/text.ts, names of people in parts/find-person.ts and community/namesakes.ts.',
  },
  {
    where: /^src\/elements\//,
    patterns: ['CallExpression[callee.property.name="focus"][arguments.length=0]', 'MemberExpression[property.name="scrollIntoView"]'],
    home: /^src\/elements\/controllers\/(take-focus|keep-in-view)\.ts$/,
    message: 'Use takeFocus of controllers/take-focus.ts: focus() alone may leave what is focused out of view.',
  },
  {
    patterns: ['MemberExpression[object.name="JSON"][property.name="stringify"]'],
    // There two texts of one page are compared with each other.
    home: /^src\/(model\/json|records\/crypto\/record-copy|testing\/by-role)\.ts$/,
    message: "Use toJson of model/json.ts: a page's script may have given all lists a toJSON.",
  },
  {
    patterns: [`${timer}[callee.name=/^set(Timeout|Interval)$/]`, `${timer}[callee.property.name=/^set(Timeout|Interval)$/]`],
    home: /^src\/records\/base\/clock\.ts$/,
    message: 'Use realClock.after of records/base/clock.ts: setTimeout runs at once for more than 2^31 - 1 ms.',
  },
];

/** @type {import('eslint').Rule.RuleModule} */
export const oneHome = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const path = relative(root, context.filename).split(sep).join('/');
    const listeners = rules
      .filter(({ where = /^src\//, home }) => where.test(path) && !home.test(path))
      .flatMap(({ patterns, message }) => patterns.map((pattern) => [pattern, (node) => context.report({ node, message })]));
    return Object.fromEntries(listeners);
  },
};
