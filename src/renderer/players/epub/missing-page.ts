/** What a page shows that isn't in the book, or can't be read: calm, and with its name for who mends it. */
export function missingPage(words: string, path: string): Blob {
  const page = `<!doctype html>
<html><head><meta charset="utf-8"><title></title><style>
body { display: grid; place-items: center; align-content: center; gap: 1em; min-height: 80vh; text-align: center; }
svg { width: 160px; height: 160px; fill: none; stroke: currentColor; stroke-width: 1; stroke-linejoin: round; }
small { opacity: 0.7; overflow-wrap: anywhere; }
</style></head><body>
<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 3h8l4 4v5l-2 2-2-2-2 2-2-2-2 2-2-2V3z"/><path d="M6 16l2-2 2 2 2-2 2 2 2-2 2 2v5H6z"/></svg>
<p>${escaped(words)}</p><small>${escaped(path)}</small>
</body></html>`;
  return new Blob([page], { type: 'text/html' });
}

/**
 * A page of one picture, as some books have them in place of text.
 * @param size of the page, where pages are laid out; CSS pixels
 */
export function picturePage(
  address: string,
  size?: { readonly width: number; readonly height: number },
): Blob {
  const laid =
    size === undefined
      ? ''
      : `<meta name="viewport" content="width=${size.width}, height=${size.height}">`;
  const page = `<!doctype html>
<html><head><meta charset="utf-8">${laid}<title></title></head><body style="margin:0;text-align:center"><img alt="" style="display:inline-block;vertical-align:top" src="${escaped(address)}"></body></html>`;
  return new Blob([page], { type: 'text/html' });
}

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
