/**
 * Tells of the first script of a page that fails, or is not there, until the page is loaded ([PCE3]). A
 * browser tells nobody around a page of its errors, so this listens in the page itself, from the moment it
 * takes the place of the frame's first, empty one, before anything of it was read. To be called between.
 */
export function watchStart(frame: HTMLIFrameElement, fail: (why: string) => void): void {
  const listening = new AbortController();
  const { signal } = listening;
  const empty = frame.contentDocument;
  const hear = (event: Event) => {
    const why = whyOf(event);
    if (why === null) return;
    listening.abort();
    fail(why);
  };
  const { port1, port2 } = new MessageChannel();
  const look = () => {
    if (signal.aborted) return;
    const page = frame.contentDocument;
    if (page === empty || page === null) port2.postMessage(null);
    else frame.contentWindow?.addEventListener('error', hear, { capture: true, signal });
  };
  port1.addEventListener('message', look);
  port1.start();
  look();
  frame.addEventListener('load', () => listening.abort(), { signal });
}

function whyOf(event: Event): string | null {
  // Of another window, so of another class than this one's.
  if ('message' in event && 'filename' in event && 'lineno' in event) {
    return `${pathOf(String(event.filename))}:${String(event.lineno)} ${String(event.message)}`;
  }
  const { target } = event;
  if (target === null || !('src' in target) || !('noModule' in target)) return null;
  // What lies elsewhere is never there; the page may well do without.
  const address = String(target.src);
  return address.startsWith(`${origin}/`) ? `${pathOf(address)} is not there` : null;
}

/** As the pack names it: what follows origin and version. */
const pathOf = (address: string) =>
  address.replace(/^pack:\/\/[^/]*\/[^/]*\//, '').replace(/[?#].*$/, '');
