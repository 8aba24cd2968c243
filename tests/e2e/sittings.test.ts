import { readdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { kioskHand } from './kiosk-hand.ts';
import { filesHolding, leaveBehind, whereItIs } from './left-behind.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

/** How windows, sittings and the station's process come and go, in one real kiosk. */
describe('sittings at one kiosk', () => {
  let lab: TestLab;
  let kiosk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab();
    await lab.startHub();
    kiosk = await lab.openWindow('station-1');
    await kiosk.page.waitForSelector('#root > *');
  });
  afterAll(() => lab.remove());

  const learner = (nth: number) => {
    const found = lab.signIns.learners[nth];
    if (found === undefined) throw new Error(`There is no demo learner ${nth}.`);
    return found;
  };
  /** Signing in needs the list of people, which a new station has once it met its hub. */
  const signIn = (nth: number) =>
    vi.waitFor(() => kioskHand.signIn(kiosk.page, learner(nth)), {
      timeout: 20_000,
      interval: 500,
    });

  /** Fetches an address in the kiosk's own session, past the page's policy. */
  const statusOf = (url: string, headers: Record<string, string> = {}) =>
    kiosk.app.evaluate(
      async ({ BrowserWindow }, asked) => {
        const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
        const response = await session?.fetch(asked.url, { headers: asked.headers });
        return { status: response?.status, bytes: (await response?.arrayBuffer())?.byteLength };
      },
      { url, headers },
    );

  const stationPid = async () => {
    const lines = await lab.log('station-1');
    const up = lines.filter((line) => line.includes('"event":"station.up"'));
    return { starts: up.length, pid: Number(/"pid":(\d+)/.exec(up.at(-1) ?? '')?.[1]) };
  };

  const canary = 'zq7-what-the-last-one-left';
  let firstBase = '';

  it('[WIN3] shows a pack’s picture in the sitting it was named for', async () => {
    await signIn(0);
    const { goOn } = await kioskHand.home(kiosk.page);
    firstBase = goOn?.base ?? '';
    const url = `${firstBase}${goOn?.picture.src}`;
    const width = await kiosk.page.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return image.naturalWidth;
    }, url);
    expect(width).toBeGreaterThan(0);
    expect((await statusOf(url)).status).toBe(200);
    expect(await statusOf(url, { range: 'bytes=0-9' })).toEqual({ status: 206, bytes: 10 });
  });

  it.each([
    ['a file the pack has not', (base: string) => `${base}pictures/none.svg`],
    ['a path that climbs', (base: string) => `${base}..%2f..%2fstation.json`],
    ['a version that is not installed', (base: string) => base.replace(/[^/]+\/$/, '9.9.9/x.svg')],
    ['a sitting that is none', (base: string) => base.replace(/--si-\w+/, '--si-aaaaaaaaaaaaaaaa')],
    ['a pack that is none', (base: string) => base.replace('org.rean', 'org.other')],
  ])('[WIN3] does not serve %s', async (_what, change) => {
    expect((await statusOf(change(firstBase))).status).toBe(404);
  });

  /** The window that takes the place of the one now open, when `act` brings one about. */
  const windowAfter = async (act: () => unknown): Promise<Page> => {
    const next = kiosk.app.waitForEvent('window');
    await act();
    const page = await next;
    await page.waitForSelector('#root > *');
    await vi.waitUntil(() => kiosk.page.isClosed());
    return page;
  };

  it('[WIN7] [EVT2] keeps every answer when the station’s process is killed in mid-lesson', async () => {
    const lesson = await kioskHand.openNext(kiosk.page);
    for (const nth of [0, 1, 2]) await kioskHand.answer(kiosk.page, lesson, nth);
    const before = await stationPid();
    const page = await windowAfter(() => process.kill(before.pid, 'SIGKILL'));
    kiosk = { ...kiosk, page };
    expect((await stationPid()).starts).toBe(before.starts + 1);
    await signIn(0);
    const { goOn } = await kioskHand.home(page);
    expect(goOn).toMatchObject({ lesson: lesson.lesson.id, done: 3 });
  });

  it('[WIN2] [WIN12] gives the next sitting a window of its own, with nothing of the last in it', async () => {
    await leaveBehind(kiosk, canary);
    await vi.waitFor(async () => {
      expect(Object.values(await whereItIs(kiosk, canary))).not.toContain(false);
    });
    const page = await windowAfter(() => kioskHand.signOut(kiosk.page));
    kiosk = { ...kiosk, page };
    expect(Object.values(await whereItIs(kiosk, canary))).not.toContain(true);
    expect(await filesHolding(lab.folder, canary)).toEqual([]);
    const dumps = await readdir(lab.folder, { recursive: true });
    expect(dumps.filter((path) => path.endsWith('.dmp'))).toEqual([]);
    expect(kiosk.app.windows()).toEqual([page]);
    expect((await statusOf(`${firstBase}pictures/bicycle.svg`)).status).toBe(404);
    await signIn(1);
    const { goOn } = await kioskHand.home(page);
    expect(goOn?.base).not.toBe(firstBase);
  });
});
