/** The English strings for reasons: what staff write when they end something, and what its person reads. They load with the views that need them. */
export const reasonStrings = {
  'reasons.paused': '“{title}” is on a break. On {date}, {name} wrote:',
  'reasons.ended': '“{title}” has ended. On {date}, {name} wrote:',
  'reasons.closed': 'The job “{title}” was taken back. On {date}, {name} wrote:',
  'reasons.close': 'Take this job back',
  'reasons.close-do': 'Yes, take it back',
  'reasons.why': 'Why? They can read this.',
  'reasons.back': 'Back',
} as const;
