import { rich, richHtml } from '../native/question.ts';
import type { Rich } from '../native/question.ts';
import { htmlText } from '../text/html-text.ts';
import type { PlainHtml } from '../text/html-text.ts';
import type { XmlElement, XmlNode } from '../text/xml-tree.ts';

/** Gives a picture's bytes by how an item names it; null where there is none. */
export type LookUp = (src: string) => Promise<Uint8Array | null>;

/** What stands for an element, as HTML; null for the element itself. */
export type StandsFor = (element: XmlElement) => string | null;

/** The HTML within an element of QTI, which is XML: read as HTML is read anywhere else. */
export const plainQti = (
  element: XmlElement | undefined,
  standsFor: StandsFor = () => null,
): PlainHtml => htmlText(element === undefined ? '' : inside(element, standsFor));

/** Words and pictures of a choice. */
export function richQti(element: XmlElement | undefined, look: LookUp): Rich {
  if (element === undefined) return rich('');
  return richHtml(plainQti(element), look);
}

const inside = (element: XmlElement, standsFor: StandsFor): string =>
  element.children.map((child) => htmlOf(child, standsFor)).join('');

function htmlOf(node: XmlNode, standsFor: StandsFor): string {
  if (typeof node === 'string') return escaped(node);
  const instead = standsFor(node);
  if (instead !== null) return instead;
  const { name, attributes } = node;
  const source = attributes['src'] ?? attributes['data'];
  if (name === 'img' || (name === 'object' && isPicture(node))) {
    return `<img src="${escaped(source ?? '')}" alt="${escaped(attributes['alt'] ?? '')}">`;
  }
  if (!/^[a-z][a-z0-9]*$/i.test(name)) return inside(node, standsFor);
  const src = source === undefined ? '' : ` src="${escaped(source)}"`;
  return `<${name}${src}>${inside(node, standsFor)}</${name}>`;
}

const isPicture = ({ attributes }: XmlElement) =>
  (attributes['type'] ?? '').startsWith('image/') ||
  /\.(?:png|jpe?g|svg|webp|gif)$/i.test(attributes['data'] ?? '');

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
