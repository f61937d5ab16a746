/** The English strings about printing. */
export const printStrings = {
  'print.title': 'Print this page',
  'print.more': 'It prints what you see here, and nothing else. Others may see the paper.',
  'print.plain': 'Print',
  'print.large': 'Large print',
  'print.blank': 'Blank form',
  'print.as-of': 'As of {when}. It may have changed since.',
  'print.close': 'Close',
} as const;
