/** What a person pressed, as far as it means anything here. */
export type Key =
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'enter' | 'erase' | 'escape' };

const escape = 0x1b;
const isFinal = (byte: number) => byte >= 0x40 && byte <= 0x7e;

/**
 * Keys out of what a terminal sends at once. Arrows, function keys and whatever is pressed together with Alt or Ctrl mean
 * nothing; neither do bytes that no key of an English keyboard sends.
 */
export function keysOf(bytes: Uint8Array): readonly Key[] {
  const keys: Key[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === escape) {
      const after = afterEscape(bytes, at);
      if (after === at + 1) keys.push({ kind: 'escape' });
      at = after - 1;
    } else if (byte === 0x0d || byte === 0x0a) keys.push({ kind: 'enter' });
    else if (byte === 0x7f || byte === 0x08) keys.push({ kind: 'erase' });
    else if (byte >= 0x20 && byte < 0x7f)
      keys.push({ kind: 'letter', letter: String.fromCharCode(byte) });
  }
  return keys;
}

/** Where what begins with ESC ends: alone, with a letter, or a sequence up to its final byte. */
function afterEscape(bytes: Uint8Array, at: number): number {
  const next = bytes[at + 1];
  if (next === undefined || next === escape) return at + 1;
  if (next !== 0x5b && next !== 0x4f) return at + 2;
  let end = at + 2;
  // The kernel's own F1 to F5 have a second bracket.
  if (bytes[end] === 0x5b) end += 1;
  while (end < bytes.length && !isFinal(bytes[end] ?? 0)) end += 1;
  return Math.min(end + 1, bytes.length);
}
