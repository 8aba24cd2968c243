import type { XmlElement } from '../../domain/xml/xml-element.ts';

/** Reads a file as XML, in whatever encoding; null where it is none. */
export function readXml(bytes: Uint8Array): XmlElement | null {
  const text = decode(bytes);
  const root = new DOMParser().parseFromString(text, 'text/xml').documentElement;
  return root.querySelector('parsererror') === null && root.localName !== 'parsererror'
    ? elementOf(root)
    : null;
}

const elementOf = (element: Element): XmlElement => ({
  name: element.localName,
  attributes: Object.fromEntries(
    [...element.attributes].map(({ localName, value }) => [localName.toLowerCase(), value]),
  ),
  children: [...element.children].map(elementOf),
  text: [...element.childNodes]
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE || nodeType === Node.CDATA_SECTION_NODE)
    .map(({ nodeValue }) => nodeValue ?? '')
    .join('')
    .trim(),
});

/** UTF-8 where it is that, whatever it says of itself; else as it says. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(statedEncoding(bytes)).decode(bytes);
  }
}

function statedEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = String.fromCodePoint(...bytes.subarray(0, 200));
  const stated = /encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  return stated !== undefined && isKnown(stated) ? stated : 'windows-1252';
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}
