import type { Sentence } from '../../shared/words/sentence.ts';
import { tellDrawing } from '../words/tell.ts';

/** A start tag of an SVG, as far as its safety depends on it. */
export interface SvgTag {
  readonly name: string;
  readonly attributes: readonly SvgAttribute[];
  readonly line: number;
}

export interface SvgAttribute {
  readonly name: string;
  /** With character references decoded. */
  readonly value: string;
}

/** The tags and style sheets of an SVG, or why it can't be read as plain, unambiguous XML. */
export type SvgReading =
  | { readonly kind: 'read'; readonly tags: readonly SvgTag[]; readonly styles: readonly string[] }
  | { readonly kind: 'unreadable'; readonly line: number; readonly problem: Sentence };

// One construct of XML at a time, anchored where the last one ended, so that nothing is skipped over.
const text = /[^<&]+/y;
const reference = /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});/iy;
const everyReference = /&(amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});/gi;
const comment = /<!--(?:(?!--)[\s\S])*-->/y;
// another encoding than UTF-8 would show a parser other characters than those judged here
const declaration =
  /<\?xml\s+version\s*=\s*["']1\.[01]["'](?:\s+encoding\s*=\s*["']utf-8["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*\?>/iy;
const endTag = /<\/([\w:.-]+)\s*>/y;
const startTag = /<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/**
 * Reads an SVG as a small, strict part of XML: elements, attributes, text, comments, the five named
 * and the numeric references. A document type, CDATA, a processing instruction or anything malformed
 * is unreadable: two parsers could see two different pictures in it ([PKG8]).
 */
export function readSvgTags(source: string): SvgReading {
  const reader = new SvgReader(source.replace(/^\uFEFF/, ''));
  return reader.read();
}

class SvgReader {
  readonly #source: string;
  readonly #tags: SvgTag[] = [];
  readonly #styles: string[] = [];
  readonly #open: string[] = [];
  #position = 0;
  #line = 1;

  constructor(source: string) {
    this.#source = source;
  }

  read(): SvgReading {
    while (this.#position < this.#source.length) {
      const problem = this.#step();
      if (problem !== null) return this.#unreadable(problem);
    }
    const open = this.#open.at(-1);
    if (open !== undefined) {
      return this.#unreadable(tellDrawing('open', { tag: `<${open}>` }));
    }
    return { kind: 'read', tags: this.#tags, styles: this.#styles };
  }

  #unreadable(problem: Sentence): SvgReading {
    return { kind: 'unreadable', line: this.#line, problem };
  }

  #step(): Sentence | null {
    const start = this.#match(startTag);
    if (start !== null) return this.#startTag(start);
    const end = this.#match(endTag);
    if (end !== null) return this.#endTag(end[1] ?? '');
    const words = this.#match(text) ?? this.#match(reference);
    if (words !== null) return this.#words(decode(words[0]));
    const skipped = this.#match(comment) ?? this.#declaration();
    return skipped === null
      ? tellDrawing('unreadable', {
          text: `"${this.#source.slice(this.#position, this.#position + 20)}"`,
        })
      : null;
  }

  #declaration(): RegExpExecArray | null {
    return this.#position === 0 ? this.#match(declaration) : null;
  }

  #startTag([, name = '', written = '', selfClosing]: RegExpExecArray): Sentence | null {
    if (this.#open.length === 0 && this.#tags.length > 0) return tellDrawing('two-roots');
    if (written.replaceAll(everyReference, '').includes('&')) {
      return tellDrawing('stray', { tag: `<${name}>` });
    }
    const attributes = [...written.matchAll(attribute)].map(([, key = '', double, single]) => ({
      name: key,
      value: decode(double ?? single ?? ''),
    }));
    const names = new Set(attributes.map((one) => one.name));
    if (names.size < attributes.length) {
      return tellDrawing('attribute.twice', { tag: `<${name}>` });
    }
    this.#tags.push({ name, attributes, line: this.#line });
    if (name === 'style') this.#styles.push('');
    if (selfClosing !== '/') this.#open.push(name);
    return null;
  }

  #endTag(name: string): Sentence | null {
    const open = this.#open.pop();
    return open === name ? null : tellDrawing('closes-nothing', { tag: `</${name}>` });
  }

  #words(words: string): Sentence | null {
    if (this.#open.length === 0) return words.trim() === '' ? null : tellDrawing('text-outside');
    // a style sheet may come in pieces, cut by references and comments; only the whole is judged
    if (this.#open.at(-1) === 'style') this.#styles.push(`${this.#styles.pop() ?? ''}${words}`);
    return null;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.#source);
    if (match !== null) {
      this.#position = pattern.lastIndex;
      this.#line += match[0].split('\n').length - 1;
    }
    return match;
  }
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decode(written: string): string {
  return written.replaceAll(everyReference, (_, name: string) => {
    if (!name.startsWith('#')) return named[name.toLowerCase()] ?? '';
    const hex = name.startsWith('#x') || name.startsWith('#X');
    const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}
