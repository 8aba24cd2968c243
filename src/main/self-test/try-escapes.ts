import { setTimeout as wait } from 'node:timers/promises';
import { BrowserWindow } from 'electron';
import type { Session, WebContents } from 'electron';
import type { SelfTestResult } from '../../shared/contracts/self-test.ts';
import type { Log } from '../../shared/ports.ts';
import type { Lockdown } from '../lockdown/lock-down.ts';
import { allowedKey, keyAttempts, pageAttempts, wayAttempts } from './attempts.ts';
import { judgeEscapes, judgeKeys, judgeLock, judgeWindow } from './judge-escapes.ts';
import type { KeysHeard } from './judge-escapes.ts';

/** What an attempt may open gets this long to show, ms. */
const settleMs = 150;
/** Longer than a page takes to hear keys that were sent before, ms. */
const hearMs = 600;

/** Without a window manager Chromium may leave a pixel of the display at its right and below, and says so or not. */
const even = (size: number) => Math.ceil(size / 2) * 2;

function boundsOf(window: BrowserWindow): string {
  const { x, y, width, height } = window.getBounds();
  return JSON.stringify({ x, y, width: even(width), height: even(height) });
}

const windowNow = (window: BrowserWindow) => ({
  windows: BrowserWindow.getAllWindows().map(({ id }) => id),
  address: window.isDestroyed() ? null : window.webContents.getURL(),
  bounds: window.isDestroyed() ? null : boundsOf(window),
  tools: !window.isDestroyed() && window.webContents.isDevToolsOpened(),
});

/**
 * Tries a fixed list of ways out from inside of a window, and looks after each whether the app is as it was ([SLF3]). It sees no more
 * than the app does: what a desktop makes of a key before the window has it is tried by tests/e2e/escapes.
 *
 * @param lockdown what holds the screen; null where it is not locked, and keys and tools are free
 */
export async function tryEscapes(
  window: BrowserWindow,
  lockdown: Pick<Lockdown, 'states'> | null,
  log: Log,
): Promise<SelfTestResult[]> {
  const before = windowNow(window);
  const out: string[] = [];
  const look = async (name: string, letOut: boolean) => {
    await wait(settleMs);
    if (letOut || !judgeWindow(before, windowNow(window))) out.push(name);
  };
  let keys: KeysHeard = 'held';
  if (lockdown !== null) {
    keys = await hearKeys(window);
    await look('keys', keys === 'free');
    window.webContents.openDevTools({ mode: 'detach' });
    await look('tools', false);
  }
  for (const { name, code } of pageAttempts) {
    // As if touched: what asks for a person's hand first is tried with one.
    const letOut: unknown = await window.webContents.executeJavaScript(code, true);
    await look(name, letOut === true);
  }
  out.push(...(await waysOpen(window.webContents.session)));
  if (out.length > 0) log.error('self-test.escaped', { by: out });
  return [
    { check: 'lock', outcome: judgeLock(lockdown?.states ?? null) },
    { check: 'escapes', outcome: judgeEscapes(out, keys) },
  ];
}

/** Where a page of ours could go to, tried by a window that nobody sees, under the guard all windows are under. */
async function waysOpen(session: Session): Promise<readonly string[]> {
  const webPreferences = { session, sandbox: true, contextIsolation: true };
  const window = new BrowserWindow({ show: false, webPreferences });
  const open: string[] = [];
  try {
    await window.loadURL('about:blank');
    for (const { name, code } of wayAttempts) {
      await window.webContents.executeJavaScript(code, true);
      await wait(settleMs);
      if (window.webContents.getURL() !== 'about:blank') open.push(name);
    }
  } finally {
    window.destroy();
  }
  return open;
}

/** What a page hears of keys: the one it may have and no other, others too, or not even that one. */
async function hearKeys(window: BrowserWindow): Promise<KeysHeard> {
  const page = window.webContents;
  window.focus();
  page.focus();
  // Awaited, or the keys were there before whoever hears them.
  await page.executeJavaScript(`{
    const heard = [];
    const hear = (event) => { heard.push(event.code); event.stopImmediatePropagation(); event.preventDefault(); };
    addEventListener('keydown', hear, true);
    globalThis.reanHeard = () => {
      removeEventListener('keydown', hear, true);
      delete globalThis.reanHeard;
      return heard.filter((code) => !/^(Control|Shift|Alt|Meta)/.test(code));
    };
    true;
  }`);
  for (const { key, with: modifiers } of keyAttempts) press(page, key, [...modifiers]);
  press(page, allowedKey, []);
  await wait(hearMs);
  return judgeKeys(await page.executeJavaScript('globalThis.reanHeard()'), `Key${allowedKey}`);
}

function press(
  page: WebContents,
  keyCode: string,
  modifiers: ('control' | 'shift' | 'alt' | 'meta')[],
): void {
  page.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
  page.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
}
