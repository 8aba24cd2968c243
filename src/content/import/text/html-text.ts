import { parseFragment } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';
import { khmerText } from './khmer-text.ts';
import { mathInLine } from './math-text.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** A picture named in HTML. */
export interface NamedPicture {
  readonly src: string;
  readonly alt: string;
}

/** What is left of HTML as plain text, and what was in it besides. */
export interface PlainHtml {
  readonly text: string;
  readonly pictures: readonly NamedPicture[];
  /** Sources of sound and film. */
  readonly media: readonly string[];
  /** Elements that mean something text can't say: `table`, `math`, `iframe`. */
  readonly lost: readonly string[];
}

const longest = 200_000;

const skipped = new Set(['script', 'style', 'template', 'head', 'title', 'noscript']);
const blocks = new Set(
  'p div br li ul ol dl dt dd tr table h1 h2 h3 h4 h5 h6 pre blockquote section article hr'.split(
    ' ',
  ),
);
const meaningful = new Set(['table', 'math', 'svg', 'iframe', 'object', 'embed', 'canvas', 'form']);

/** Reads HTML of a question safely: nothing of it runs, nothing of it stays but words. Never throws. */
export function htmlText(html: string): PlainHtml {
  const reading = new HtmlReading();
  reading.read(parseFragment(html.slice(0, longest)));
  return reading.result();
}

/** Plain text in the same shape, for formats that know both. */
export const plainText = (text: string): PlainHtml => ({
  text: tidy(text),
  pictures: [],
  media: [],
  lost: [],
});

class HtmlReading {
  #text = '';
  readonly #pictures: NamedPicture[] = [];
  readonly #media: string[] = [];
  readonly #lost = new Set<string>();

  /** Depth does not matter: what is still to be read lies in a list, not on the stack of calls. */
  read(root: Node): void {
    const rest: (Node | string)[] = [root];
    for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
      if (typeof node === 'string') this.#text += node;
      else if ('value' in node) this.#text += node.value.replaceAll(/\s+/g, ' ');
      else rest.push(...this.#enter(node).toReversed());
    }
  }

  result(): PlainHtml {
    return {
      text: tidy(this.#text),
      pictures: this.#pictures,
      media: this.#media,
      lost: [...this.#lost],
    };
  }

  #enter(node: Node): (Node | string)[] {
    if (!('childNodes' in node)) return [];
    if (!('tagName' in node)) return node.childNodes;
    const { tagName } = node;
    if (skipped.has(tagName)) return [];
    if (meaningful.has(tagName)) this.#lost.add(tagName);
    if (tagName === 'img') this.#picture(node);
    const source = attribute(node, 'src');
    if (['audio', 'video', 'source'].includes(tagName) && source !== '') this.#media.push(source);
    if (tagName === 'sup' || tagName === 'sub') return [raised(wordsIn(node), tagName)];
    const inLine = mathInLine(node);
    if (inLine !== null) return [...inLine];
    if (tagName === 'td' || tagName === 'th') return [...node.childNodes, ' | '];
    if (!blocks.has(tagName)) return node.childNodes;
    return ['\n', ...(tagName === 'li' ? ['• '] : []), ...node.childNodes, '\n'];
  }

  #picture(node: Element): void {
    this.#pictures.push({ src: attribute(node, 'src'), alt: tidy(attribute(node, 'alt')) });
  }
}

const attribute = ({ attrs }: Element, name: string) =>
  attrs.find((one) => one.name === name)?.value ?? '';

/** Words of a small element; what is nested deeper than a few is no exponent. */
function wordsIn(node: Element): string {
  return node.childNodes
    .map((child) =>
      'value' in child
        ? child.value
        : 'childNodes' in child
          ? child.childNodes.map((inner) => ('value' in inner ? inner.value : '')).join('')
          : '',
    )
    .join('');
}

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const loweredDigits = '₀₁₂₃₄₅₆₇₈₉';

/** x², not x2: an exponent that became a digit would be another number. */
function raised(words: string, tag: 'sup' | 'sub'): string {
  const digits = tag === 'sup' ? raisedDigits : loweredDigits;
  if (/^\d+$/.test(words))
    return words.replaceAll(/\d/g, (digit) => digits[Number(digit)] ?? digit);
  return tag === 'sup' ? `^(${words})` : `_(${words})`;
}

function tidy(text: string): string {
  return khmerText(text)
    .replaceAll('\u00A0', ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ *\n */g, '\n')
    .replaceAll(/(?: \| *)+(?=\n|$)/g, '')
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
}
