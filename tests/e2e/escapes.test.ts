import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { enrolInCourses } from '../../src/hub/office/people.ts';
import { listenForLeaks } from '../factories/leak-listener.ts';
import type { LeakListener } from '../factories/leak-listener.ts';
import { installPieces, pieceCourse, pressPieces, waysOut } from '../factories/piece-pack.ts';
import { clickAll, coverFrame, hearKeys, pressAll, tryWaysOut } from './escapes/attempts.ts';
import { crashPage, evaluateInPage } from './escapes/crash.ts';
import { allCombinations, desktopCombinations, meantCombinations } from './escapes/desktop-keys.ts';
import { dropAll, dropped } from './escapes/drops.ts';
import { meddleWith, meddlings } from './escapes/other-programs.ts';
import { pageWaysOut } from './escapes/page-ways-out.ts';
import { xHand } from './escapes/x-hand.ts';
import { kioskHand } from './kiosk-hand.ts';
import { goOn } from './learner-hand.ts';
import { pieceHand } from './piece-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

/** What types signs with AltGr, edits, or is help: all of `meantCombinations` that a page may hear of. */
const typingAlone = ['F1', 'KeyK', 'alt+KeyB', 'alt+KeyD', 'alt+KeyE', 'alt+KeyF', 'ctrl+Delete']
  .concat(['ctrl+KeyC', 'ctrl+KeyZ', 'ctrl+alt+KeyD', 'ctrl+alt+KeyL', 'ctrl+alt+KeyT'])
  .sort();

/** All of a keyboard's in `npm run test:long`, which takes minutes for each place. */
const isLong = process.env['REAN_KEYS'] === 'all';
const further = isLong ? allCombinations : [];
const patience = { timeout: isLong ? 1_800_000 : 180_000 };

const hostilePage = '/hostile/index.html';

/** Ways out of a locked screen, tried with real keys and a real mouse, without a window manager as in a lab. */
describe('a locked kiosk', () => {
  let lab: TestLab;
  let listener: LeakListener;
  let kiosk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(1);
    listener = await listenForLeaks(await waysOut());
    const pieces = await pressPieces(lab.folder, listener);
    await installPieces(join(stationFolder(lab.folder, 'station-1'), 'packs'), pieces);
    await lab.inOffice((office) => enrolInCourses(office, learner().learner, [pieceCourse]));
    await lab.startHub();
    kiosk = await lab.openWindow('station-1', '--kiosk');
    await kiosk.page.waitForSelector('#root > *');
  });
  afterAll(() => {
    listener.stop();
    return lab.remove();
  });

  const learner = () => {
    const [first] = lab.signIns.learners;
    if (first === undefined) throw new Error('There is no demo learner.');
    return first;
  };

  it('[LCK1] tells of each step that it holds', async () => {
    const steps = (await lab.log('station-1')).filter((line) => line.includes('lockdown.step'));
    const held = steps.map((line) => /"step":"(\w+)","state":"held"/.exec(line)?.[1]);
    expect(held).toEqual(['awake', 'keys', 'zoom', 'tools', 'bounds', 'open', 'focus', 'displays']);
  });

  it('[LCK3] stays where it is, whatever another program has X do with its window', async () => {
    expect(await meddleWith(kiosk)).toEqual([...meddlings]);
  });

  it('[LCK3] [WIN5] takes nothing that is dropped on it', async () => {
    expect(await dropAll(kiosk, { x: 400, y: 400 })).toEqual(Object.keys(dropped));
  });

  it('[LCK2] stays where it is, whatever is pressed where people sign in', patience, async () => {
    await pressAll(kiosk, [...desktopCombinations, ...further]);
    await clickAll(kiosk);
    expect(await kiosk.page.locator('.who').isVisible()).toBe(true);
  });

  it(
    '[LCK2] [LCK3] stays where it is in a lesson, and its page hears of no key that leads out',
    patience,
    async () => {
      await kioskHand.signIn(kiosk.page, learner());
      await goOn(kiosk.page);
      const heard = await hearKeys(kiosk.page.mainFrame());
      await pressAll(kiosk, [...meantCombinations, 'k']);
      expect([...(await heard())].sort()).toEqual(typingAlone);
      await pressAll(kiosk, further);
    },
  );

  it('[LCK2] [WIN5] stays where it is in a hostile pack', patience, async () => {
    const frameNow = async () => {
      const isOpen = kiosk.page.frames().some((frame) => frame.url().endsWith(hostilePage));
      if (!isOpen) await pieceHand.open(kiosk, 'index');
      return pieceHand.frameAt(kiosk, hostilePage);
    };
    const frame = await frameNow();
    const box = await kiosk.page.locator('.piece__frame').boundingBox();
    if (box === null) throw new Error('The piece is not in sight.');
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await coverFrame(frame);
    await xHand.click(at.x, at.y);
    const heard = await hearKeys(frame);
    await pressAll(kiosk, [...meantCombinations.slice(0, 30), 'k']);
    expect([...(await heard())]).toEqual(['KeyK']);
    await pressAll(kiosk, further);
    expect(await tryWaysOut(kiosk, frameNow, at)).toEqual(Object.keys(pageWaysOut));
    expect(await dropAll(kiosk, at)).toEqual(Object.keys(dropped));
  });

  it('[LCK3] [WIN2] is there again after its page was killed, and so is the sitting', async () => {
    await crashPage(kiosk);
    const home = () => evaluateInPage(kiosk, `document.querySelector('[data-screen]') !== null`);
    await vi.waitUntil(home, { timeout: 20_000, interval: 100 });
    const names = await evaluateInPage(kiosk, `document.querySelector('.who') === null`);
    expect(names).toBe(true);
  });
});
