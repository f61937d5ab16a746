import { codeOf, MilieuError } from '../base/errors.js';
import { readKey } from '../base/key.js';
import { loadCipher } from '../crypto/cipher-context.js';
import { rounds as roundsNow } from '../crypto/key-storage.js';
import { type Aes, type Cipher, hex, ivLength, randomBytes, utf8 } from '../crypto/webcrypto.js';
import type { Bytes } from '../storage/db-schema.js';
import type { TaskProgress } from '../tasks/task-runner.js';
import { maxCopyBytes, parseLine } from './copy-format.js';
import { toJson } from '../../model/json.js';

/**
 * A sealed copy: one line of JSON with the salt, then parts of the copy. Each part is 4 bytes with the length of its box, 12 bytes of IV, and
 * the box (AES-256-GCM). The first line, the number of the part and whether it is the last are authenticated with it, so parts cannot be
 * cut off, swapped or taken from another copy. Part 0 is empty: it shows whether the passphrase is the one.
 */
interface SealedHeader {
  readonly format: typeof sealedFormat;
  readonly version: typeof sealedVersion;
  /** 16 bytes, in hexadecimal digits. */
  readonly salt: string;
  /** Rounds of PBKDF2 with SHA-256. */
  readonly rounds: number;
}
const sealedFormat = 'milieu-sealed-copy';
const sealedVersion = 1;
const partBytes = 256 * 1024;
const tagBytes = 16;
const lengthBytes = 4;
const longestHeader = 1000;
/** A file may not keep the page busy for minutes. */
const mostRounds = 10_000_000;

/**
 * @param parts what a test replaces
 * @throws MilieuError `weak-key`, `cancelled`
 */
export async function sealCopy(
  copy: Blob,
  passphrase: string,
  progress: TaskProgress,
  { cipher = loadCipher(), rounds = roundsNow }: { cipher?: Cipher | Promise<Cipher>; rounds?: number } = {},
): Promise<Blob> {
  const salt = randomBytes(16);
  const header: SealedHeader = { format: sealedFormat, version: sealedVersion, salt: hex(salt), rounds };
  const line = `${toJson(header)}\n`;
  const aes = await keyOf(await cipher, passphrase, salt, rounds, progress);
  const parts: Blob[] = [];
  const of = 1 + Math.ceil(copy.size / partBytes);
  for (let number = 0; number < of; number++) {
    progress.check();
    const from = (number - 1) * partBytes;
    const text = number === 0 ? new Uint8Array(0) : await bytesOf(copy.slice(from, from + partBytes));
    const { iv, box } = await aes.seal(text, bound(line, number, number === of - 1));
    parts.push(new Blob([lengthOf(box), iv, box]));
  }
  return new Blob([line, ...parts], { type: 'application/octet-stream' });
}

/**
 * The copy in this file: opened, if it is sealed.
 * @throws MilieuError `sealed-copy` if it needs a passphrase, `wrong-key`, `damaged-copy`, `newer-copy`, `not-a-copy`, `cancelled`
 */
export async function openCopy(file: Blob, passphrase: string | undefined, progress: TaskProgress): Promise<Blob> {
  const line = (await file.slice(0, longestHeader).text()).split('\n', 1)[0] ?? '';
  const header = headerIn(line);
  if (!header) return file;
  if (passphrase === undefined) throw new MilieuError('sealed-copy');
  if (file.size > 2 * maxCopyBytes) throw new MilieuError('too-big');
  const aes = await keyOf(await loadCipher(), passphrase, saltOf(header), header.rounds, progress).catch(asWrong);
  const parts: Blob[] = [];
  let at = utf8(`${line}\n`).length;
  for (let number = 0; at < file.size; number++) {
    progress.check();
    const length = new DataView(await file.slice(at, at + lengthBytes).arrayBuffer());
    const size = length.byteLength === lengthBytes ? length.getUint32(0) : 0;
    const end = at + lengthBytes + ivLength + size;
    if (size < tagBytes || size > partBytes + tagBytes || end > file.size) throw new MilieuError(number ? 'damaged-copy' : 'not-a-copy');
    const sealed = await bytesOf(file.slice(at + lengthBytes, end));
    const box = { iv: sealed.slice(0, ivLength), box: sealed.slice(ivLength) };
    try {
      parts.push(new Blob([await aes.open(box, bound(`${line}\n`, number, end === file.size))]));
    } catch {
      throw new MilieuError(number ? 'damaged-copy' : 'wrong-key'); // the browser gives no reason
    }
    at = end;
  }
  if (parts.length === 0) throw new MilieuError('damaged-copy');
  return new Blob(parts);
}

function headerIn(line: string): SealedHeader | undefined {
  const found = parseLine(line) as Partial<Record<keyof SealedHeader, unknown>> | undefined;
  if (found?.format !== sealedFormat) return undefined;
  const { version, salt, rounds } = found;
  if (typeof version === 'number' && version > sealedVersion) throw new MilieuError('newer-copy');
  const isWhole = typeof salt === 'string' && /^[\da-f]{32}$/.test(salt) && Number.isInteger(rounds) && (rounds as number) > 0;
  if (version !== sealedVersion || !isWhole || (rounds as number) > mostRounds) throw new MilieuError('damaged-copy');
  return { format: sealedFormat, version, salt, rounds: rounds as number };
}

async function keyOf(cipher: Cipher, passphrase: string, salt: Bytes, rounds: number, progress: TaskProgress): Promise<Aes> {
  const checked = readKey(passphrase);
  // Its rounds are no rows of the copy: the task can be stopped in them, but they are not counted.
  const { signal } = progress;
  const uncounted: TaskProgress = {
    signal,
    report: () => undefined,
    step: async () => progress.check(),
    check: () => progress.check(),
    orStopped: (work) => progress.orStopped(work),
    commit: () => undefined,
  };
  return cipher.aes(await cipher.pbkdf2(checked as string, salt, rounds, uncounted));
}

/** No copy has a passphrase that is too short. */
function asWrong(error: unknown): never {
  throw codeOf(error) === 'weak-key' ? new MilieuError('wrong-key') : error;
}

const bound = (line: string, number: number, isLast: boolean): Bytes => utf8(toJson([line, number, isLast]));
const bytesOf = async (part: Blob): Promise<Bytes> => new Uint8Array(await part.arrayBuffer());
const saltOf = ({ salt }: SealedHeader): Bytes => Uint8Array.from(salt.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

function lengthOf(box: Bytes): Bytes {
  const length = new Uint8Array(lengthBytes);
  new DataView(length.buffer).setUint32(0, box.length);
  return length;
}
