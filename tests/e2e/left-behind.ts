import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';

/** Where a window's page could leave something: true where the canary is. */
type Places = Readonly<Record<string, boolean>>;

interface Seat {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** Types, marks, copies and stores the canary wherever a page can. */
export async function leaveBehind({ page }: Seat, canary: string): Promise<void> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.type(canary);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await page.evaluate(async (text) => {
    localStorage.setItem('left', text);
    sessionStorage.setItem('left', text);
    window.name = text;
    history.replaceState(text, '');
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle('left', { create: true })).createWritable();
    await file.write(text);
    await file.close();
    const cache = await caches.open(text);
    await cache.put('https://left/', new Response(text));
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open(text);
      opening.addEventListener('upgradeneeded', () => {
        opening.result.createObjectStore('left').put(text, text);
      });
      opening.addEventListener('success', () => resolve());
      opening.addEventListener('error', () => reject(new Error('IndexedDB did not open.')));
    });
  }, canary);
}

/**
 * Looks for the canary wherever a page, or who sits before it, could find it. Pages of ours can have no
 * service worker: their scheme allows none.
 */
export async function whereItIs({ app, page }: Seat, canary: string): Promise<Places> {
  const inPage = await page.evaluate(async (text) => {
    const folder = await navigator.storage.getDirectory();
    const file = await folder.getFileHandle('left').catch(() => null);
    const databases = await indexedDB.databases();
    const fields = [...document.querySelectorAll('textarea, input')];
    return {
      typed: fields.some((field) => 'value' in field && field.value === text),
      local: localStorage.getItem('left') === text,
      session: sessionStorage.getItem('left') === text,
      name: window.name === text,
      history: history.state === text,
      file: (await (await file?.getFile())?.text()) === text,
      cache: await caches.has(text),
      database: databases.some(({ name }) => name === text),
    };
  }, canary);
  return { ...inPage, ...(await inClipboards(app, canary)) };
}

/** The clipboards of the keyboard and of the mouse, which all windows share. */
function inClipboards(app: ElectronApplication, canary: string): Promise<Places> {
  return app.evaluate(async ({ clipboard }, text) => {
    const read: (which?: 'selection') => unknown = clipboard.readText.bind(clipboard);
    const mouse = 'selection' in clipboard ? clipboard.selection.readText() : read('selection');
    return { copied: (await read()) === text, marked: (await mouse) === text };
  }, canary);
}

/** Files under a folder that hold the canary, as Chromium writes texts: in one byte a letter or two. */
export async function filesHolding(folder: string, canary: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((each) => each.isFile()).map((e) => join(e.parentPath, e.name));
  const found = await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path).catch(() => Buffer.alloc(0));
      return bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le')) ? [path] : [];
    }),
  );
  return found.flat();
}
