// Writes a picture as PNG with a palette, a third of the size of a plain one. A widget has few colours: those beyond the palette are shades of
// the edges of letters, and become the nearest colour of the palette.
import { crc32, deflateSync } from 'node:zlib';

/** The number of colours in a picture of a widget. */
const limit = 64;

/** The colour of each pixel as one number. */
function coloursOf(data) {
  const colours = new Uint32Array(data.length / 4);
  for (let at = 0; at < colours.length; at++) colours[at] = (data[at * 4] << 16) | (data[at * 4 + 1] << 8) | data[at * 4 + 2];
  return colours;
}

const distance = (a, b) => ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;

/**
 * Chooses the palette: the most common colours, then, one by one, the colour that is farthest from all chosen ones,
 * so that no pixel changes much.
 */
export function choosePalette(colours, size = limit, exact = size / 4) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const ranked = [...counts].sort(([a, many], [b, more]) => more - many || a - b).map(([colour]) => colour);
  if (ranked.length <= size) return ranked;
  const palette = ranked.slice(0, exact);
  const rest = ranked.slice(exact).map((colour) => ({ colour, away: Math.min(...palette.map((kept) => distance(kept, colour))) }));
  while (palette.length < size) {
    const { colour } = rest.reduce((far, one) => (one.away > far.away ? one : far));
    palette.push(colour);
    for (const one of rest) one.away = Math.min(one.away, distance(colour, one.colour));
  }
  return palette;
}

function nearest(palette, colour) {
  let best = 0;
  for (let at = 1; at < palette.length; at++) if (distance(palette[at], colour) < distance(palette[best], colour)) best = at;
  return best;
}

function chunk(type, body) {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const out = Buffer.alloc(content.length + 8);
  out.writeUInt32BE(body.length, 0);
  content.copy(out, 4);
  out.writeUInt32BE(crc32(content), content.length + 4);
  return out;
}

function header(width, height) {
  const body = Buffer.alloc(13);
  body.writeUInt32BE(width, 0);
  body.writeUInt32BE(height, 4);
  // Eight bits a pixel, each an index of the palette.
  body.set([8, 3, 0, 0, 0], 8);
  return body;
}

/**
 * @param {{ width: number, height: number, data: Uint8Array }} picture opaque RGBA
 * @returns {Buffer} a PNG
 */
export function encode({ width, height, data }, size = limit) {
  const colours = coloursOf(data);
  const palette = choosePalette(colours, size);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < colours.length; at++) {
    const colour = colours[at];
    const place = places.get(colour) ?? nearest(palette, colour);
    places.set(colour, place);
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = place;
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header(width, height)),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
