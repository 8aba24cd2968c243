/**
 * Which way the pages of a book are laid out. A package says only which way they are turned; a page itself says,
 * or its writing does, which way its lines run.
 */

/** Letters looked at; a page says soon enough how it is written. */
const mostLetters = 4_000;

/** Whether most of a text's letters are of a writing that runs to the left; null where it has none. */
export function runsLeft(text: string): boolean | null {
  const letters = text.match(/\p{L}/gu)?.slice(0, mostLetters) ?? [];
  if (letters.length === 0) return null;
  const left = letters.filter((letter) =>
    /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
      letter,
    ),
  );
  return left.length * 2 > letters.length;
}

/** @param turned which way the book is turned: `rtl`, `ltr`, or null where it doesn't say */
export function layLines(doc: Document, turned: string | null): void {
  const { documentElement: root, body, defaultView } = doc;
  // A drawing as a page of its own has no lines.
  if (body === null || defaultView === null) return;
  if (/^(?:vertical|sideways)/.test(defaultView.getComputedStyle(body).writingMode)) {
    // Lines that run down are never turned round; columns laid to the left besides would be none at all.
    for (const element of [root, body]) {
      element.removeAttribute('dir');
      element.style.setProperty('direction', 'ltr', 'important');
    }
    return;
  }
  if (turned === 'rtl' && runsLeft(body.textContent ?? '') !== false) root.dir ||= turned;
}
