import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The ways in which browsers store text: UTF-8, UTF-16 in both byte orders, and Firefox's keys with each letter shifted by one. */
const writings = (text: string): readonly Buffer[] => {
  const wide = Buffer.from(text, 'utf16le');
  return [Buffer.from(text), wide, Buffer.from(wide).swap16(), Buffer.from(Array.from(Buffer.from(text), (byte) => byte + 1))];
};

/** Files of a browser profile that contain `text` in clear. */
export function filesWith(profile: string, text: string): readonly string[] {
  const wanted = writings(text);
  const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).filter((file) => holds(file, wanted));
}

function holds(file: string, wanted: readonly Buffer[]): boolean {
  try {
    const content = readFileSync(file);
    return wanted.some((bytes) => content.includes(bytes));
  } catch (error) {
    // A running browser deletes files during the search.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
