import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow, screen, session } from 'electron';
import type { Session } from 'electron';
import type { Log } from '../../shared/ports.ts';
import { guardSession } from './guard-session.ts';

/** Put beside this bundle by the build: no Khmer font need be on the PC. */
const khmerFont = join(import.meta.dirname, 'khmer.woff2');

/** A page in which no script runs, at `app://HOST/`, with its style beside it as `/page.css` and our font as `/khmer.woff2`. */
export interface PlainPage {
  readonly host: string;
  /** Its policy, and what else goes with everything it is made of. */
  readonly headers: Readonly<Record<string, string>>;
  /** Left out where the page has its own in it. */
  readonly style?: string;
  /** Draws it; called anew each time it is asked for, or its form is sent. */
  html(request: Request): string | Promise<string>;
}

/** A fresh session that serves the page and nothing else, to no window but that one ([WIN8]). */
export function plainSession(page: PlainPage, log: Log): Session {
  const partition = session.fromPartition(`${page.host}-${randomUUID()}`, { cache: false });
  guardSession(partition, log);
  partition.protocol.handle('app', (request) => serve(page, request));
  return partition;
}

async function serve(
  { host, headers, style, html }: PlainPage,
  request: Request,
): Promise<Response> {
  const respond = (body: string | Uint8Array<ArrayBuffer> | null, mime: string, status = 200) =>
    new Response(body, { status, headers: { ...headers, 'content-type': mime } });
  const asked = new URL(request.url);
  if (asked.host === host) {
    switch (asked.pathname) {
      case '/':
        return respond(await html(request), 'text/html; charset=utf-8');
      case '/page.css':
        if (style !== undefined) return respond(style, 'text/css');
        break;
      case '/khmer.woff2':
        return respond(new Uint8Array(await readFile(khmerFont)), 'font/woff2');
      default:
    }
  }
  return respond(null, 'text/plain', 404);
}

/**
 * Shows a page in a window that has no script, no preload and no bridge, and fills the screen where that is locked.
 * Resolves to it when it is in sight; it is the caller's to close.
 */
export async function openPlainWindow(
  page: PlainPage,
  { kiosk }: { readonly kiosk: boolean },
  log: Log,
): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    // Without a window manager nobody else makes it as large as the screen.
    ...(kiosk ? screen.getPrimaryDisplay().bounds : { width: 1024, height: 768 }),
    show: false,
    kiosk,
    frame: !kiosk,
    autoHideMenuBar: true,
    backgroundColor: '#f7f1e5',
    title: 'Rean',
    webPreferences: {
      session: plainSession(page, log),
      sandbox: true,
      contextIsolation: true,
      javascript: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.removeMenu();
  await window.loadURL(`app://${page.host}/`);
  window.show();
  return window;
}
