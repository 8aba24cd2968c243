/** Elements whose words nobody reads. */
const unread = new Set(['script', 'style', 'template', 'title', 'svg', 'noscript']);
/** Elements that may stand within a word. */
const inline =
  /^(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)$/;

/**
 * The words of a page of HTML, for a search: not as a browser would read it, but in one go, however it is written.
 * @param limit letters at most
 */
export function pageText(html: string, limit: number): string {
  const lower = html.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const words: string[] = [];
  let length = 0;
  let at = 0;
  while (at < html.length && length < limit) {
    const open = html.indexOf('<', at);
    const text = html.slice(at, open < 0 ? html.length : open);
    words.push(text);
    length += text.length;
    if (open < 0) break;
    const tag = tagAt(lower, open);
    words.push(tag.name === '' ? '<' : inline.test(tag.name) ? '' : ' ');
    at = tag.end;
  }
  return withoutEntities(words.join('')).replaceAll(/\s+/g, ' ').trim().slice(0, limit);
}

/** The tag at a place, and where reading goes on after it and what of it nobody reads. */
function tagAt(lower: string, open: number): { readonly name: string; readonly end: number } {
  if (lower.startsWith('<!--', open)) return { name: '!', end: after(lower, '-->', open) };
  if (/^<[!?]/.test(lower.slice(open, open + 2))) {
    return { name: '!', end: after(lower, '>', open) };
  }
  const [, name = ''] = /^<\/?([a-z][a-z0-9]{0,20})/.exec(lower.slice(open, open + 24)) ?? [];
  if (name === '') return { name: '', end: open + 1 };
  const end = after(lower, '>', open);
  const isUnread = unread.has(name) && lower.charAt(open + 1) !== '/';
  return { name, end: isUnread ? after(lower, `</${name}`, end) : end };
}

function after(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at + (sign.startsWith('</') ? 0 : sign.length);
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
};

const withoutEntities = (text: string) =>
  text.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal, hex, name) => {
      if (typeof name === 'string') return named[name.toLowerCase()] ?? whole;
      const point =
        typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
    },
  );
