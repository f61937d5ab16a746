/** The English strings of the form that joins two items. They load with it. */
export const joinStrings = {
  'meeting.join.label': 'Join it with',
  'meeting.join.hint': '{name} reads what it was joined with. One answer counts for both.',
  'meeting.join.send': 'Join them',
  'meeting.join.none': 'There is nothing to join it with yet.',
} as const;
