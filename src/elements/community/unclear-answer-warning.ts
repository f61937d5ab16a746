/** Communities on this page whose host was already told. */
const told = new Set<string>();

const line =
  'milieu-elements: waitUntil() or transport.send() resolved to something that does not say whether the backend has stored the change. ' +
  'The change is kept and sent again. Resolve to the Response itself, to { status, headers, body }, or to true; see "What your answer means" in the README.';

/**
 * Warns the host's developer, once for each community. The text is always the same, so it cannot contain private text.
 * @returns whether it did
 */
export function warnOfUnclear(community: string): boolean {
  if (told.has(community)) return false;
  told.add(community);
  // eslint-disable-next-line no-console -- a host's developer looks at the console first; after unclear answers the widget seems never to send.
  console.warn(line);
  return true;
}
