const [firstStrong, popIsolate, popEmbedding] = ['\u2068', '\u2069', '\u202c'];
const marks = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * The text between FSI and PDI, with every direction mark in it closed. Its direction does not change the text around it, and the text around
 * it does not change its direction.
 */
export const isolated = (words: string): string => `${firstStrong}${closed(words)}${popIsolate}`;

/**
 * The text with every direction mark closed, because a name may end in U+202E, which would reverse the text after it. Closing marks that
 * close nothing in the text are removed.
 */
export function closed(words: string): string {
  const open: string[] = [];
  const inside = words.replace(marks, (mark) => {
    if (mark !== popIsolate && mark !== popEmbedding) {
      open.push(mark >= '\u2066' ? popIsolate : popEmbedding);
      return mark;
    }
    // A PDI also closes all embeddings inside its isolate. A PDF closes nothing outside its isolate.
    const at = mark === popIsolate ? open.lastIndexOf(popIsolate) : open.at(-1) === popEmbedding ? open.length - 1 : -1;
    if (at < 0) return '';
    const closing = open.splice(at).reverse();
    return closing.join('');
  });
  return inside + open.reverse().join('');
}
