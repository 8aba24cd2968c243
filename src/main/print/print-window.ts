import { BrowserWindow } from 'electron';
import type { Log } from '../../shared/ports.ts';
import { printHeaders } from '../protocols/content-security-policy.ts';
import { plainSession } from '../windows/plain-pages.ts';

const pageAddress = 'app://print/';

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
  const page = { host: 'print', headers: printHeaders, html: () => html };
  return new BrowserWindow({
    show: false,
    width: 800,
    height: 1100,
    webPreferences: {
      session: plainSession(page, log),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
}
