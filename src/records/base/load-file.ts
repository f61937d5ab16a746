import { realClock } from './clock.js';
import { MilieuError } from './errors.js';

/** ms after which a file that does not come counts as missing. */
const longestWait = 20_000;

/**
 * Loads a part of the code that is in a file of its own. The browser's reason is not passed on, because it has a path in it.
 * @throws MilieuError `missing-file` if it cannot be loaded, or does not come within 20 seconds
 */
export async function loadFile<T>(load: () => Promise<T>): Promise<T> {
  let stop: () => void = () => undefined;
  const late = new Promise<never>((_, reject) => (stop = realClock.after(longestWait, () => reject(new MilieuError('missing-file')))));
  try {
    return await Promise.race([load(), late]);
  } catch {
    throw new MilieuError('missing-file');
  } finally {
    stop();
  }
}
