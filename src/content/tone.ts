/** Why words in a reminder may hurt more than help. */
export type Tone = 'always' | 'label' | 'motive' | 'threat' | 'diagnosis' | 'capitals' | 'but';

/** @field words as the person wrote them */
export interface ToneFinding {
  readonly tone: Tone;
  readonly words: string;
}

/** Words that are fine about a kitchen and not about a person count only after one of these. */
const someone = /(?:(?:you|he|she|they)(?:['’](?:re|s)| are| is| were| was)?|(?:such|just|only) an?)/.source;
const degree = /(?: (?:so|really|such|just|being|very|always|never|too|an?|quite))*/.source;
const of = (words: string): RegExp => new RegExp(`\\b${someone}${degree} (?:${words})\\b`, 'iu');

const patterns: readonly (readonly [Tone, RegExp])[] = [
  [
    'threat',
    /\b(?:or else|you(?:['’]ll| will) (?:regret|be sorry|pay for)|watch your back|i(?:['’]ll| will) (?:get you|make you (?:pay|sorry)))\b/iu,
  ],
  ['label', /\b(?:lazy|liars?|junk(?:ie|y|ies)|addicts?|psychos?|losers?|idiots?|attention[- ]seek(?:er|ers|ing))\b/iu],
  ['label', of('crazy|clean|dirty|selfish|stupid|mad|manipulative|hopeless|a mess|a problem|non-?compliant')],
  ['diagnosis', /\b(?:bipolar|borderline|narcissis(?:t|ts|tic)|psychotic|schizo(?:phrenic)?|psychopath(?:s|ic)?|sociopath(?:s|ic)?|paranoid)\b/iu],
  ['diagnosis', of('manic|depressive|autistic|adhd|ocd|antisocial')],
  [
    'motive',
    /\byou (?:just |only |clearly |obviously |really )*(?:want(?:ed)? (?:to|us|me|attention)|don['’]t care|didn['’]t care|meant to|tried to|think you)/iu,
  ],
  ['motive', /\b(?:on purpose|to get attention|because you (?:hate|don['’]t like|are|were|want)|you did (?:it|that|this) to)\b/iu],
  [
    'always',
    /\b(?:always|never(?! mind)|every ?(?:one|body) (?:knows|thinks|says|hates)|no ?(?:one|body) (?:likes|wants|trusts)|every (?:single )?time|all the time)\b/iu,
  ],
  ['capitals', /\p{Lu}[\p{Lu}'’]{2,}(?:[ ,]+\p{Lu}[\p{Lu}'’]+)+/u],
  ['but', /\b(?:thanks?|thank you|well done|good job|great|nice|i (?:like|love|appreciate)|appreciate)\b[^.!?\n]{0,80}[, ]but\b/iu],
];

/**
 * What a member of staff would ask about in a reminder: each reason once, with the words as written, in the order of how much they may hurt. English
 * only. Nothing is stored or sent. The kinds follow person-first language as in NIDA, "Words Matter" (2021), and feedback about behaviour, one
 * situation at a time, as in the Situation-Behavior-Impact model of the Center for Creative Leadership.
 */
export function tonesOf(text: string): readonly ToneFinding[] {
  const found = new Map<Tone, string>();
  for (const [tone, pattern] of patterns) {
    const words = pattern.exec(text)?.[0];
    if (words !== undefined && !found.has(tone)) found.set(tone, words);
  }
  return [...found].map(([tone, words]) => ({ tone, words }));
}
