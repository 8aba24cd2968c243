import { marked } from 'marked';
import type { Token, Tokens } from 'marked';
import type { ForeignQuestion, QuestionBody, Rich } from '../native/question.ts';
import { lostOf, rich, richHtml } from '../native/question.ts';
import { htmlText } from '../text/html-text.ts';
import type { PlainHtml } from '../text/html-text.ts';

export interface MarkdownLesson {
  readonly title: string | null;
  readonly licence: string | null;
  readonly questions: readonly ForeignQuestion[];
}

type LookUp = (src: string) => Promise<Uint8Array | null>;

interface Block {
  readonly token: Token;
  readonly line: number;
}

/** Reads a lesson written in Markdown (docs/importing.md says how). `look` gives the pictures it names. */
export function readMarkdown(text: string, look: LookUp): MarkdownLesson {
  const { head, body, lines } = frontMatter(text);
  const reading = new MarkdownReading(look);
  for (const block of blocksOf(body, lines)) reading.take(block);
  return {
    title: head['title'] ?? reading.title,
    licence: head['licence'] ?? head['license'] ?? null,
    questions: reading.questions(),
  };
}

/** `title: …` between two lines of `---` at the top. */
function frontMatter(text: string) {
  const match = /^\uFEFF?---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  const pairs = (match?.[1] ?? '')
    .split('\n')
    .map((line) => /^(\w+):\s*(.+?)\s*$/.exec(line))
    .filter((pair) => pair !== null)
    .map(([, name = '', value = '']) => [name.toLowerCase(), value.replaceAll(/^["']|["']$/g, '')]);
  const head: Partial<Record<string, string>> = Object.fromEntries(pairs);
  const taken = match?.[0] ?? '';
  return { head, body: text.slice(taken.length), lines: taken.split('\n').length - 1 };
}

function blocksOf(text: string, linesBefore: number): readonly Block[] {
  let line = linesBefore + 1;
  return marked.lexer(text, { gfm: true }).map((token) => {
    const block = { token, line };
    line += token.raw.split('\n').length - 1;
    return block;
  });
}

interface OpenQuestion {
  readonly line: number;
  readonly words: PlainHtml;
  /** Headings ask always; a paragraph only where answers follow it. */
  readonly isHeading: boolean;
  body: QuestionBody | null;
  hint: string | null;
}

class MarkdownReading {
  title: string | null = null;
  readonly #look: LookUp;
  readonly #done: ForeignQuestion[] = [];
  #group: string | null = null;
  #open: OpenQuestion | null = null;

  constructor(look: LookUp) {
    this.#look = look;
  }

  take({ token, line }: Block): void {
    if (isToken(token, 'heading')) this.#heading(token, line);
    else if (isToken(token, 'paragraph')) this.#paragraph(token, line);
    else if (isToken(token, 'list')) this.#list(token, line);
    else if (isToken(token, 'blockquote')) this.#hint(token, line);
    else if (token.type !== 'space' && token.type !== 'hr' && token.type !== 'def') {
      this.#begin(line, htmlText(marked.parser([token])), false);
    }
  }

  questions(): readonly ForeignQuestion[] {
    this.#close();
    return this.#done;
  }

  #heading({ depth, text }: Tokens.Heading, line: number): void {
    const words = inline(text);
    this.#close();
    if (depth === 1 && this.title === null) this.title = words.text;
    else if (depth <= 2) this.#group = words.text;
    else this.#begin(line, words, true);
  }

  /** `= 5` under a question is its answer, each on a line of its own. */
  #paragraph({ text }: Tokens.Paragraph, line: number): void {
    const lines = text.split('\n');
    const first = lines.findIndex((one) => /^\s*=\s*\S/.test(one));
    const answers =
      first === -1 ? [] : lines.slice(first).map((one) => /^\s*=\s*(.+)$/.exec(one)?.[1]);
    if (first === -1 || answers.includes(undefined)) return this.#words(inline(text), line);
    if (first > 0) this.#words(inline(lines.slice(0, first).join('\n')), line);
    const accept = answers.map((answer) => inline(answer ?? '').text);
    return this.#answer({ type: 'text', accept }, line);
  }

  #words(words: PlainHtml, line: number): void {
    const open = this.#open;
    if (open !== null && open.isHeading && open.body === null) {
      // what stands between the heading that asks and its answers belongs to the question
      const text = [open.words.text, words.text].filter((one) => one !== '').join('\n');
      const pictures = [...open.words.pictures, ...words.pictures];
      this.#open = { ...open, words: { ...open.words, text, pictures } };
    } else this.#begin(line, words, false);
  }

  #list({ ordered, items }: Tokens.List, line: number): void {
    const texts = items.map((item) => inline(item.text.replace(/^\[[ xX]\]\s+/, '')));
    const content = texts.map((one) => this.#rich(one));
    if (items.every(({ task }) => task)) {
      const options = content.map((one, index) => ({
        content: one,
        right: items[index]?.checked === true,
      }));
      return this.#answer({ type: 'choice', options }, line);
    }
    const pairs = texts.map(({ text }) => /^(.+?)\s*(?:->|→|=>)\s*(.+)$/s.exec(text));
    const whole = pairs.filter((pair) => pair !== null);
    if (whole.length === items.length) {
      const made = whole.map(([, a = '', b = '']) => [rich(a), rich(b)] as const);
      return this.#answer({ type: 'match', pairs: made, others: [] }, line);
    }
    const asks = this.#open !== null && this.#open.isHeading && this.#open.body === null;
    if (ordered && asks) return this.#answer({ type: 'order', elements: content }, line);
    const mark = (index: number) => (ordered ? `${index + 1}. ` : '• ');
    const text = texts.map((one, index) => mark(index) + one.text).join('\n');
    const pictures = texts.flatMap((one) => one.pictures);
    return this.#words({ text, pictures, media: [], lost: [] }, line);
  }

  #hint({ text }: Tokens.Blockquote, line: number): void {
    const words = inline(text);
    if (this.#open?.body) this.#open.hint = words.text;
    else this.#words(words, line);
  }

  #answer(body: QuestionBody, line: number): void {
    if (this.#open === null || this.#open.body !== null) this.#begin(line, inline(''), true);
    if (this.#open !== null) this.#open.body = body;
  }

  #begin(line: number, words: PlainHtml, isHeading: boolean): void {
    this.#close();
    this.#open = { line, words, isHeading, body: null, hint: null };
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    const { line, words, body, hint } = open;
    if (body === null && words.text === '' && words.pictures.length === 0) return;
    this.#done.push({
      at: `line ${line}`,
      name: null,
      group: this.#group,
      text: this.#rich(words),
      hint,
      praise: null,
      body: body ?? { type: 'present' },
      simplified: lostOf(words),
    });
  }

  #rich(words: PlainHtml): Rich {
    return richHtml(words, this.#look);
  }
}

function isToken<Type extends Tokens.Generic['type']>(
  token: Token,
  type: Type,
): token is Extract<Token, { type: Type }> {
  return token.type === type;
}

const inline = (text: string): PlainHtml =>
  htmlText(marked.parseInline(text, { async: false, gfm: true }).replaceAll('\n', '<br>'));
