// Which fonts a story uses. With a font of the machine, its pictures would differ on another machine.

/** The element with this id, and all in it, shadow roots included. */
function* elementsIn(node, id, inside = false) {
  const within = inside || (node.attributes ?? []).some((value, at, all) => value === id && all[at - 1] === 'id');
  if (within && node.nodeType === 1) yield node;
  const parts = [...(node.children ?? []), ...(node.shadowRoots ?? []), ...(node.pseudoElements ?? [])];
  for (const part of parts) yield* elementsIn(part, id, within);
}

/** @param {{ familyName: string, isCustomFont: boolean, glyphCount: number }[]} fonts as reported by the DevTools protocol */
export const ofMachine = (fonts) => fonts.filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => familyName);

/**
 * @param {import('./tab.mjs').StoryTab} tab in Chromium
 * @returns {Promise<string[]>} a sentence for each font of the machine that draws a letter of the story
 */
export async function machineLetters(tab, tries = 3) {
  const session = await tab.shown.createCDPSession();
  try {
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const places = new Map();
    const look = async ({ nodeId, localName }) => {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      for (const family of ofMachine(fonts)) places.set(family, localName);
    };
    await Promise.all([...elementsIn(root, 'storybook-root')].map(look));
    return [...places].map(([family, name]) => `the machine's ${family} draws letters in <${name}>: name a font of .storybook/fonts.css`);
  } catch (error) {
    // A story that renders again during this check loses nodes.
    if (tries > 1) return machineLetters(tab, tries - 1);
    throw error;
  } finally {
    await session.detach();
  }
}
