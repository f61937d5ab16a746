/** The English strings for why feedback does not feel OK. Whoever reports reads them, and staff. */
export const reportStrings = {
  'feedback.reasons.ask': 'Why? (choose any, or none)',
  'feedback.reasons.said': 'Why',
  'feedback.reasons.safety': 'It is about safety',
  'feedback.reasons.romantic': 'It is romantic or sexual',
  'feedback.reasons.forced': 'It forces or threatens someone',
  'feedback.reasons.hurtful': 'It is hurtful',
  'feedback.reasons.other': 'Something else',
} as const;
