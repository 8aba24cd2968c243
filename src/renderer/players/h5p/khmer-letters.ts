import bold from '@fontsource/noto-sans-khmer/files/noto-sans-khmer-khmer-700-normal.woff2?url';
import plain from '@fontsource/noto-sans-khmer/files/noto-sans-khmer-khmer-400-normal.woff2?url';

/** Families that styles of H5P and its libraries name; none of them has Khmer letters. */
const families = ['Inter', 'Open Sans', 'Arial', 'Helvetica', 'Helvetica Neue', 'Verdana', 'Sans'];
const khmer = 'U+1780-17FF, U+19E0-19FF, U+200B-200D, U+25CC';

/** Lets each of them have our Khmer letters besides its own, as no PC of a lab has others. */
export function addKhmerLetters(): void {
  for (const family of families) {
    add(family, plain, 'normal');
    add(family, bold, 'bold');
  }
}

function add(family: string, file: string, weight: string): void {
  const source = `url("${new URL(file, import.meta.url).href}") format("woff2")`;
  document.fonts.add(new FontFace(family, source, { weight, unicodeRange: khmer }));
}
