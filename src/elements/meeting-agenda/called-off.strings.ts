/** The English strings of a meeting that was called off. They load with its view. */
export const calledOffStrings = {
  'meeting.off.title': 'Called off: “{title}” on {date}, {time}',
  'meeting.off.by': '{name} wrote:',
} as const;
