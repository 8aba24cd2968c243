import { placeBytes, maxPlaceBytes } from '../../shared/contracts/piece.ts';

/**
 * A place as players of packages keep it: deflated, as what content keeps of itself is long and repeats
 * itself. Null where it is longer than a place may be.
 */
export async function packPlace(value: unknown): Promise<string | null> {
  const packed = await through(new CompressionStream('deflate-raw'), utf8(JSON.stringify(value)));
  const place = base64(packed);
  return placeBytes(place) <= maxPlaceBytes ? place : null;
}

/** What was packed; null where the text is no such place. */
export async function unpackPlace(place: string | null): Promise<unknown> {
  if (place === null) return null;
  try {
    const packed = Uint8Array.from(atob(place), (letter) => letter.codePointAt(0) ?? 0);
    const bytes = await through(new DecompressionStream('deflate-raw'), packed);
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

const utf8 = (text: string) => new TextEncoder().encode(text);

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const passed = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(passed).arrayBuffer());
}

function base64(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) letters += String.fromCodePoint(byte);
  return btoa(letters);
}
