/** A question as it is written: its words, with one or more answers in braces. */
export interface GiftSource {
  /** Comments before it, which may hold its id, with their line ends. */
  readonly comments: string;
  /** `::…::`, as written; empty where there is none. */
  readonly title: string;
  /** `[html]` and the like, as written. */
  readonly format: string;
  readonly parts: readonly GiftPart[];
}

export type GiftPart =
  | { readonly type: 'words'; readonly written: string }
  /** Without its braces. */
  | { readonly type: 'answer'; readonly written: string };

/**
 * Takes a question apart at its title and braces. Never throws. Teachers and
 * other programs write `~=right` as in cloze texts, and signs in words (`Read this:`, `x = 3`) without a backslash,
 * which Moodle lets pass.
 */
export function readGiftSource(block: string): GiftSource {
  const { comments, rest } = withoutComments(block);
  const [, title = '', format = '', words = ''] =
    /^\s*(::(?:\\.|(?!::)[^\\])*::)?\s*(\[(?:html|moodle|plain|markdown)\])?(.*)$/s.exec(rest) ??
    [];
  return { comments, title, format, parts: partsOf(words) };
}

function withoutComments(block: string): { readonly comments: string; readonly rest: string } {
  const lines = block.split('\n');
  const isComment = (line: string) => /^\s*\/\//.test(line);
  return {
    comments: lines
      .filter(isComment)
      .map((line) => `${line}\n`)
      .join(''),
    rest: lines.filter((line) => !isComment(line)).join('\n'),
  };
}

const answerPattern = /\{((?:\\.|[^\\{}])*)\}/gs;

function partsOf(words: string): GiftPart[] {
  const parts: GiftPart[] = [];
  let end = 0;
  for (const found of words.matchAll(answerPattern)) {
    if (isEscaped(words, found.index)) continue;
    if (found.index > end) parts.push({ type: 'words', written: words.slice(end, found.index) });
    parts.push({ type: 'answer', written: found[1] ?? '' });
    end = found.index + found[0].length;
  }
  if (end < words.length) parts.push({ type: 'words', written: words.slice(end) });
  return parts;
}

function isEscaped(text: string, at: number): boolean {
  const before = /\\*$/.exec(text.slice(0, at))?.[0] ?? '';
  return before.length % 2 === 1;
}

export const answersOf = ({ parts }: GiftSource): readonly string[] =>
  parts.flatMap((part) => (part.type === 'answer' ? [part.written] : []));

/** As the grammar wants it: every sign that means something to it, and stands in words, behind a backslash. */
export function strictGift({ comments, title, format, parts }: GiftSource): string {
  const written = parts.map((part) =>
    part.type === 'words' ? quoted(part.written) : `{${strictAnswer(part.written)}}`,
  );
  const called = title === '' ? '' : `::${quoted(title.slice(2, -2))}::`;
  return `${comments}${called}${format}${written.join('')}`;
}

/** Answers with `=` for `~=`. */
export const strictAnswer = (written: string): string => written.replaceAll(/(?<!\\)~\s*=/g, '=');

/** Words with the signs of GIFT quoted that are not already; a brace that is alone stays, and is a fault. */
const quoted = (words: string): string =>
  words.replaceAll(/\\.|[~=#:]/gs, (sign) => (sign.length > 1 ? sign : `\\${sign}`));

/** Words as they are meant: quotes taken off, `\n` a new line. */
export const unquoted = (words: string): string =>
  words.replaceAll(/\\([~=#{}:n\\])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));

/** Questions stand between empty lines; one that is open (in its braces) goes on behind them where answers follow. */
export function giftBlocks(
  text: string,
): readonly { readonly source: string; readonly line: number }[] {
  const blocks: { source: string; line: number }[] = [];
  let open: { source: string; line: number } | null = null;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      if (open !== null && !goesOn(open.source, lines.slice(index + 1))) open = null;
      continue;
    }
    if (open === null) blocks.push((open = { source: '', line: index + 1 }));
    open.source += `${line}\n`;
    if (line.trimStart().startsWith('$CATEGORY')) open = null;
  }
  return blocks.filter(({ source }) => withoutComments(source).rest.trim() !== '');
}

/** Whether a brace is open, and the next line that is not empty is one of its answers, or closes it. */
function goesOn(source: string, rest: readonly string[]): boolean {
  const { rest: written } = withoutComments(source);
  const bare = written.replaceAll(/\\./gs, '');
  if (bare.lastIndexOf('{') <= bare.lastIndexOf('}')) return false;
  return /^\s*[=~}]/.test(rest.find((line) => line.trim() !== '') ?? '');
}
