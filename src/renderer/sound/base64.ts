/** In parts, as a call takes only so many arguments. */
const part = 0x2000;

export function toBase64(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += part) {
    letters += String.fromCodePoint(...bytes.subarray(at, at + part));
  }
  return btoa(letters);
}

/** @throws DOMException for what is no base64 */
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0);
