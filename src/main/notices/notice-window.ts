import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow, screen, session } from 'electron';
import type { Session } from 'electron';
import type { ErrorView } from '../../shared/contracts/ipc/views.ts';
import type { Language } from '../../shared/ids.ts';
import { noticeHeaders } from '../protocols/content-security-policy.ts';
import { noticePage, noticeStyle } from './notice-page.ts';

/** Put beside this bundle by the build: no Khmer font need be on the PC. */
const khmerFont = join(import.meta.dirname, 'khmer.woff2');

const respond = (body: string | Uint8Array<ArrayBuffer>, mime: string) =>
  new Response(body, { headers: { ...noticeHeaders, 'content-type': mime } });

async function readFont(): Promise<Response> {
  return respond(new Uint8Array(await readFile(khmerFont)), 'font/woff2');
}

function serveNotice(partition: Session, page: string): void {
  partition.protocol.handle('app', async ({ url }) => {
    const { host, pathname } = new URL(url);
    if (host === 'notice' && pathname === '/') return respond(page, 'text/html; charset=utf-8');
    if (host === 'notice' && pathname === '/notice.css') return respond(noticeStyle, 'text/css');
    if (host === 'notice' && pathname === '/khmer.woff2') return readFont();
    return new Response(null, { status: 404, headers: noticeHeaders });
  });
}

/**
 * Shows why this station cannot start, in a window that has no script, no preload and no bridge
 * ([WIN8]). Resolves when it is in sight.
 */
export async function showNotice(
  error: ErrorView,
  look: { readonly kiosk: boolean; readonly language: Language },
  prepare: (session: Session) => void,
): Promise<BrowserWindow> {
  const partition = session.fromPartition(`notice-${randomUUID()}`, { cache: false });
  prepare(partition);
  serveNotice(partition, noticePage(error, look.language));
  const window = new BrowserWindow({
    // Without a window manager nobody else makes it as large as the screen.
    ...(look.kiosk ? screen.getPrimaryDisplay().bounds : { width: 1024, height: 768 }),
    show: false,
    kiosk: look.kiosk,
    autoHideMenuBar: true,
    backgroundColor: '#f7f1e5',
    title: 'Rean',
    webPreferences: {
      session: partition,
      sandbox: true,
      contextIsolation: true,
      javascript: false,
    },
  });
  window.removeMenu();
  await window.loadURL('app://notice/');
  window.show();
  return window;
}
