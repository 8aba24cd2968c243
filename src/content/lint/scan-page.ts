import { parse } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';
import { besides, cleanPath } from '../import/text/inner-path.ts';
import { tellLint } from '../words/tell.ts';
import type { Found } from './finding.ts';
import { scanScript } from './scan-script.ts';
import { isExternal, scanStyle, shortened } from './scan-style.ts';

type Element = DefaultTreeAdapterMap['element'];
type Node = DefaultTreeAdapterMap['node'];

export interface PagePlace {
  /** Path of the page. */
  readonly path: string;
  /** Every file of the pack. */
  readonly files: ReadonlySet<string>;
}

/** What a page (HTML, XHTML, SVG) asks for, lacks, or does that pages in a pack can't. */
export function scanPage(html: string, place: PagePlace): readonly Found[] {
  const found: Found[] = [];
  const rest: Node[] = [parse(html, { sourceCodeLocationInfo: true })];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if ('tagName' in node) found.push(...scanElement(node, place));
    if ('content' in node) rest.push(node.content);
    if ('childNodes' in node) rest.push(...node.childNodes.toReversed());
  }
  return found;
}

function scanElement(element: Element, place: PagePlace): readonly Found[] {
  const line = element.sourceCodeLocation?.startLine ?? 1;
  const style = attribute(element, 'style');
  return [
    ...addressesIn(element).flatMap((address) => scanAddress(element, { ...place, address, line })),
    ...withoutWords(element, line),
    ...(style === null ? [] : scanStyle(style, line)),
    ...(element.tagName === 'style' ? scanStyle(textIn(element), line) : []),
    ...(element.tagName === 'script' ? scanScript(textIn(element), line) : []),
  ];
}

const attribute = ({ attrs }: Element, name: string) =>
  attrs.find((one) => one.name === name || (one.prefix === 'xlink' && one.name === name))?.value ??
  null;

const textIn = ({ childNodes }: Element) =>
  childNodes.map((child) => ('value' in child ? child.value : '')).join('');

/** Whatever an element loads or leads to. */
function addressesIn(element: Element): readonly string[] {
  const set = (attribute(element, 'srcset') ?? '')
    .split(',')
    .map((one) => one.trim().split(/\s+/)[0]);
  return ['src', 'href', 'data', 'poster', 'action', 'background']
    .map((name) => attribute(element, name))
    .concat(set.map((one) => one ?? null))
    .filter(
      (address) =>
        address !== null &&
        address !== '' &&
        !/^(?:#|data:|blob:|javascript:|about:)/i.test(address),
    )
    .filter((address) => address !== null);
}

const links = new Set(['a', 'area', 'base']);

function scanAddress(
  { tagName }: Element,
  { path, files, address, line }: PagePlace & { readonly address: string; readonly line: number },
): Found[] {
  if (isExternal(address) || /^(?:mailto|tel):/i.test(address)) {
    if (links.has(tagName)) {
      const text = tellLint('address.link', { address: shortened(address) });
      return [{ rule: 'external-link', weight: 'look', line, text }];
    }
    if (tagName === 'form') {
      const text = tellLint('address.form', { address: shortened(address) });
      return [{ rule: 'unsupported', weight: 'breaks', line, text }];
    }
    if (tagName === 'link' && /\.(?:html?|php)?$/.test(address) && !/css|font/i.test(address))
      return [];
    const text = tellLint('address.asked', { address: shortened(address) });
    return [{ rule: 'external-url', weight: 'breaks', line, text }];
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('/')) return [];
  const target = cleanPath(besides(path, address));
  if (
    target === '' ||
    files.has(target) ||
    [...files].some((file) => file.startsWith(`${target}/`))
  ) {
    return [];
  }
  const text = tellLint('file.missing', { address: shortened(address) });
  return [{ rule: 'file-missing', weight: links.has(tagName) ? 'look' : 'breaks', line, text }];
}

/** Pictures without words, films without captions, and what no browser shows any more. */
function withoutWords(element: Element, line: number): Found[] {
  const { tagName } = element;
  if (tagName === 'img' && attribute(element, 'alt') === null) {
    const address = shortened(attribute(element, 'src') ?? '');
    const text = tellLint('picture.words', { address });
    return [{ rule: 'alternative-text-missing', weight: 'look', line, text }];
  }
  if (tagName === 'video' && !element.childNodes.some((child) => child.nodeName === 'track')) {
    return [{ rule: 'captions-missing', weight: 'look', line, text: tellLint('film.captions') }];
  }
  const isGone = ['applet', 'embed', 'object'].includes(tagName);
  const source = attribute(element, 'data') ?? attribute(element, 'src') ?? '';
  if (isGone && (tagName === 'applet' || /\.(?:swf|class|jar|dcr|xap)\b/i.test(source))) {
    const text = tellLint('plug-in', { what: `${tagName} ${shortened(source)}` });
    return [{ rule: 'unsupported', weight: 'breaks', line, text }];
  }
  return [];
}
