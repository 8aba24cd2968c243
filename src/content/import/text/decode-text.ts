/** A text of whatever encoding, and whether the encoding had to be guessed. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** Nothing said which encoding it is; what is not UTF-8 was read as Windows writes it. */
  readonly guessed: boolean;
}

/**
 * Reads text of others: a byte order mark decides; then what XML or HTML says of itself; then UTF-8 where the bytes
 * are that; then UTF-16, known by its zeros; at last windows-1252, in which old quotes and dashes are written.
 * Never throws. Line ends become `\n`.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const { encoding, guessed } = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes).replaceAll(/\r\n?/g, '\n');
  return { text, encoding, guessed };
}

function encodingOf(bytes: Uint8Array): { readonly encoding: string; readonly guessed: boolean } {
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked !== null) return { encoding: marked, guessed: false };
  // what is sound UTF-8 is UTF-8, whatever it says of itself: other encodings hardly ever look like it
  if (isUtf8(bytes)) return { encoding: 'utf-8', guessed: false };
  const said = saidEncoding(bytes);
  return said === null
    ? { encoding: 'windows-1252', guessed: true }
    : { encoding: said, guessed: false };
}

function byMark([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/** Text begins with a letter or sign of ASCII, which is half a zero in UTF-16. */
function byZeros([a, b, c, d]: Uint8Array): string | null {
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return a === 0 && b !== 0 && c === 0 && d !== 0 ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const declared = /encoding\s*=\s*["']([\w.:-]{1,40})["']|charset\s*=\s*["']?\s*([\w.:-]{1,40})/i;

function saidEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const [, xml, html] = declared.exec(head) ?? [];
  const label = xml ?? html;
  if (label === undefined || /^utf-?(?:8|16)/i.test(label)) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
