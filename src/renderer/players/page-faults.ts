/**
 * Tells the first fault of a page in a frame: a script that fails, or is not there, or a promise of its own
 * that nobody took care of ([PCE3]). A browser tells nobody around a page of its errors, so this listens in
 * the page itself, from the moment it takes the place of the frame's first, empty one, before anything of it
 * was read. To be called between.
 * @param signal ends it
 */
export function hearFault(
  frame: HTMLIFrameElement,
  tell: (why: string) => void,
  signal: AbortSignal,
): void {
  const told = new AbortController();
  const until = AbortSignal.any([signal, told.signal]);
  const empty = frame.contentDocument;
  const hear = (event: Event) => {
    const why = whyOf(event);
    if (why === null) return;
    told.abort();
    tell(why);
  };
  const { port1, port2 } = new MessageChannel();
  const look = () => {
    if (until.aborted) return;
    const page = frame.contentDocument;
    if (page === empty || page === null) port2.postMessage(null);
    else {
      frame.contentWindow?.addEventListener('error', hear, { capture: true, signal: until });
      frame.contentWindow?.addEventListener('unhandledrejection', hear, { signal: until });
    }
  };
  port1.addEventListener('message', look);
  port1.start();
  look();
}

/** Tells of such a fault until the page is loaded; what comes later may well be harmless. */
export function watchStart(frame: HTMLIFrameElement, fail: (why: string) => void): void {
  const loaded = new AbortController();
  hearFault(frame, fail, loaded.signal);
  frame.addEventListener('load', () => loaded.abort(), { once: true });
}

function whyOf(event: Event): string | null {
  // Of another window, so of another class than this one's.
  if ('message' in event && 'filename' in event && 'lineno' in event) {
    return `${pathOf(String(event.filename))}:${String(event.lineno)} ${String(event.message)}`;
  }
  if ('reason' in event) return `a promise failed: ${String(event.reason)}`;
  const { target } = event;
  if (target === null || !('src' in target) || !('noModule' in target)) return null;
  // What lies elsewhere is never there; the page may well do without.
  const address = String(target.src);
  return address.startsWith(`${origin}/`) ? `${pathOf(address)} is not there` : null;
}

/** As the pack names it: what follows origin and version. */
const pathOf = (address: string) =>
  address.replace(/^pack:\/\/[^/]*\/[^/]*\//, '').replace(/[?#].*$/, '');
