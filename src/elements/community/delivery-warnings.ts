/** What the host's developer reads. The text is always the same, so it cannot contain private text. */
const lines = {
  'unclear-answer':
    'milieu-elements: waitUntil() or transport.send() resolved to something that does not say whether the backend has stored the change. ' +
    'The change is kept and sent again. Resolve to the Response itself, to { status, headers, body }, or to true; see "What your answer means" in the README.',
  'no-listener':
    'milieu-elements: a change for somebody else waits, and nobody takes it: no listener of milieu-deliver called waitUntil(), and no transport.send is set. ' +
    'It is kept. Call waitUntil() before the first await; see docs/nobody-listens.md. If there is no backend on purpose, write keep="house".',
} as const;

/** What the hosts of communities on this page were already told. */
const told = new Set<string>();

/**
 * Warns the host's developer, once for each community and page load.
 * @returns whether it did
 */
export function warnOnce(code: keyof typeof lines, community: string): boolean {
  const key = `${code} ${community}`;
  if (told.has(key)) return false;
  told.add(key);
  // eslint-disable-next-line no-console -- a host's developer looks at the console first: the widgets seem never to send.
  console.warn(lines[code]);
  return true;
}
