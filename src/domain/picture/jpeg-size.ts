/** How large a picture is drawn, pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Markers without a length: they stand alone. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
/** SOF0 to SOF15, less the three of that range that begin no frame. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const startOfScan = 0xda;

/**
 * The size that the bytes of a JPEG say of themselves, which is what a decoder makes room for; null for what is no
 * JPEG, or says so nowhere before its picture begins. Only markers are read: nothing is decoded.
 */
export function jpegSize(bytes: Uint8Array): PictureSize | null {
  const word = (at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  if (word(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === startOfScan) return null;
    if (isBare(marker)) {
      at += 2;
      continue;
    }
    const length = word(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return null;
    if (isFrame(marker)) {
      return length < 8 ? null : { height: word(at + 5), width: word(at + 7) };
    }
    at += 2 + length;
  }
  return null;
}
