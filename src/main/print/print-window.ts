import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow, session } from 'electron';
import type { Log } from '../../shared/ports.ts';
import { printHeaders } from '../protocols/content-security-policy.ts';
import { guardSession } from '../windows/guard-session.ts';

/** Put beside this bundle by the build: no Khmer font need be on the PC. */
const khmerFont = join(import.meta.dirname, 'khmer.woff2');

const pageAddress = 'app://print/';

const respond = (body: string | Uint8Array<ArrayBuffer> | null, mime: string, status = 200) =>
  new Response(body, { status, headers: { ...printHeaders, 'content-type': mime } });

/**
 * Draws a page in a window nobody sees, without preload, bridge or a script of its own, and gives it
 * as a PDF ([PRN1]). The page may use the font `app://print/khmer.woff2`, and load nothing else.
 */
export async function printToPdf(html: string, log: Log): Promise<Uint8Array> {
  const window = openUnseen(html, log);
  try {
    await window.loadURL(pageAddress);
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => null)');
    return await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
  } finally {
    window.destroy();
  }
}

function openUnseen(html: string, log: Log): BrowserWindow {
  const partition = session.fromPartition(`print-${randomUUID()}`, { cache: false });
  guardSession(partition, log);
  partition.protocol.handle('app', ({ url }) => serve(url, html));
  return new BrowserWindow({
    show: false,
    width: 800,
    height: 1100,
    webPreferences: {
      session: partition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
}

async function serve(url: string, html: string): Promise<Response> {
  const { host, pathname } = new URL(url);
  if (host === 'print' && pathname === '/') return respond(html, 'text/html; charset=utf-8');
  if (host === 'print' && pathname === '/khmer.woff2') {
    return respond(new Uint8Array(await readFile(khmerFont)), 'font/woff2');
  }
  return respond(null, 'text/plain', 404);
}
