import type { Chapter } from '../reading/reader.ts';

const mostHeadings = 300;

/** The headings of a page, in its order. */
export const headingsIn = (page: Document): readonly Element[] =>
  [...page.querySelectorAll('h1, h2, h3')]
    .filter((heading) => titleOf(heading) !== '')
    .slice(0, mostHeadings);

/** What a page is made of, to go straight there. */
export const chaptersIn = (page: Document): readonly Chapter[] =>
  headingsIn(page).map((heading, index) => ({
    title: titleOf(heading),
    at: `${headingSign}${index}`,
    depth: Math.max(0, Number(heading.tagName.slice(1)) - 1),
  }));

const headingSign = 'heading:';

/** Which heading a place stands for; null where it stands for none. */
export function headingAt(at: string, page: Document): Element | null {
  if (!at.startsWith(headingSign)) return null;
  return headingsIn(page)[Number(at.slice(headingSign.length))] ?? null;
}

const titleOf = (heading: Element) =>
  (heading.textContent ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 200);
