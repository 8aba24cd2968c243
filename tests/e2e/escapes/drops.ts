import type { OpenWindow } from '../test-lab.ts';
import { expectToStand, standingOf } from './standing.ts';

type Item = { readonly mimeType: string; readonly data: string };
interface Dropped {
  readonly items: readonly Item[];
  /** Absolute paths. */
  readonly files?: readonly string[];
}

const address = 'https://example.org/';

/** What could be dragged over from another program. */
export const dropped: Readonly<Record<string, Dropped>> = {
  'a file': { items: [], files: ['/etc/hostname'] },
  'a page on disk': { items: [], files: ['/usr/share/doc/index.html'] },
  'an address': { items: [{ mimeType: 'text/uri-list', data: address }] },
  'an address of this disk': { items: [{ mimeType: 'text/uri-list', data: 'file:///etc/passwd' }] },
  'an address of a window of ours': {
    items: [{ mimeType: 'text/uri-list', data: 'app://supervisor/' }],
  },
  'a script': { items: [{ mimeType: 'text/uri-list', data: 'javascript:alert(1)' }] },
  'a text': { items: [{ mimeType: 'text/plain', data: address }] },
  'a page': {
    items: [
      { mimeType: 'text/html', data: `<a href="${address}">out</a><script>alert(1)</script>` },
    ],
  },
};

/** Drops each there, as the browser is told of it, and looks after each where the kiosk stands. @returns what was dropped */
export async function dropAll(
  kiosk: OpenWindow,
  at: { readonly x: number; readonly y: number },
): Promise<readonly string[]> {
  const before = await standingOf(kiosk);
  const session = await kiosk.page.context().newCDPSession(kiosk.page);
  const done: string[] = [];
  for (const [name, { items, files = [] }] of Object.entries(dropped)) {
    // Every operation that a program could offer.
    const data = { items: [...items], files: [...files], dragOperationsMask: 0xff };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, ...at, data });
    }
    await expectToStand(kiosk, before, `${name} was dropped`);
    done.push(name);
  }
  await session.detach();
  return done;
}
