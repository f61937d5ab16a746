/** Communities on this page whose host was already told. */
const told = new Set<string>();

/** Whether this is the first unclear answer for this community. Remembers the community. */
export function isNew(community: string): boolean {
  const first = !told.has(community);
  told.add(community);
  return first;
}

const line =
  'milieu-elements: waitUntil() or transport.send() resolved to something that does not say whether the backend has stored the change. ' +
  'The change is kept and sent again. Resolve to the Response itself, to { status, headers, body }, or to true; see "What your answer means" in the README.';

/** Warns the host's developer. The text is always the same, so it cannot contain private text. */
export function warnOfUnclear(): void {
  // eslint-disable-next-line no-console -- a host's developer looks at the console first; after unclear answers the widget seems never to send.
  console.warn(line);
}
