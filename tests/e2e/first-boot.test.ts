import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubFolder, stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { drawKhmer } from '../../src/renderer/kiosk/self-test/draw-khmer.ts';
import {
  distanceOf,
  farthest,
  khmerSamples,
  unjoined,
} from '../../src/renderer/kiosk/self-test/judge-khmer.ts';
import { khmerReference } from '../../src/renderer/kiosk/self-test/khmer-reference.ts';
import { triedKeys } from '../../src/renderer/kiosk/self-test/keyboard-question.tsx';
import { createSay } from '../../src/renderer/i18n/text.ts';
import { kioskSelfTestTexts } from '../../src/renderer/i18n/texts/kiosk/self-test.ts';
import { deskTexts } from '../../src/renderer/i18n/texts/supervisor/desk.ts';
import { stationsTexts } from '../../src/renderer/i18n/texts/supervisor/stations.ts';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { barriers, otherLanguage } from './barriers.ts';
import { kioskSizes } from './fitting.ts';
import { besideTheList, lookAtDesk, signInStaff, staffOf } from './staff-hand.ts';
import { keepScreenshot, openTestLab, root } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const say = createSay(kioskSelfTestTexts, 'km');
const name = 'station-9';

/** From a PC that is nothing yet to a station whose slip the supervisor's screen shows, too. */
describe('a PC’s first start', () => {
  let lab: TestLab;
  let kiosk: OpenWindow;
  let page: Page;
  let slip = '';

  beforeAll(async () => {
    lab = await openTestLab(1);
    await lab.startHub();
    const folder = stationFolder(lab.folder, name);
    await mkdir(folder, { recursive: true });
    const { hub } = await readStationConfig(stationFolder(lab.folder, 'station-1'));
    const planted = join(lab.folder, 'site.json');
    await writeFile(planted, JSON.stringify({ format: 1, hub, kiosks: 8 }));
    kiosk = await lab.openWindow(name, '--kiosk', `--site=${planted}`);
    page = kiosk.page;
  });
  afterAll(() => lab.remove());

  it('[FBT1] offers the hub that was planted: a code is all that is typed', async () => {
    const code = await newCode(lab);
    await page.locator('#code').waitFor();
    await keepScreenshot(page, 'enrol-planted');
    const fills = await kiosk.app.evaluate(({ BrowserWindow, screen }) => {
      const [window] = BrowserWindow.getAllWindows();
      return { ...window?.getBounds(), of: screen.getPrimaryDisplay().bounds };
    });
    const { width, height, of } = fills;
    expect([of.width - (width ?? 0), of.height - (height ?? 0)].every((left) => left <= 1)).toBe(
      true,
    );
    expect(await page.locator('input[type=radio]').first().isChecked()).toBe(true);
    await page.locator('#code').fill(code);
    const opened = kiosk.app.waitForEvent('window');
    await page.locator('#code').press('Enter');
    page = await opened;
    await page.locator('.self-test').waitFor();
  });

  it('[SLF1] [SLF7] tests itself, and asks a person for sound and keys', async () => {
    // Whoever looks at a screen takes longer than it waits for an answer.
    await page.evaluate(() => {
      const at = performance.now();
      performance.now = () => at;
    });
    await page.getByText(say('test.sound.ask')).waitFor();
    await look(page, 'self-test');
    // Played to nobody: there is no ear at this end.
    await press(page, say('test.sound.no'));
    await page.getByText(say('test.keys.ask')).waitFor();
    await keepScreenshot(page, 'self-test-keys');
    for (const { code } of triedKeys) await page.keyboard.press(code);
    await page.locator('.self-test__code output').waitFor();
    expect(await page.locator('.self-test__check--running').count()).toBe(0);
  });

  it('[SLF6] tells letters drawn as they should be from others', async () => {
    const drawn = await page.evaluate(drawKhmer, khmerSamples);
    const now = drawn.map((grids) => grids[4] ?? '');
    const artefacts = join(root, '.artefacts');
    await mkdir(artefacts, { recursive: true });
    await writeFile(join(artefacts, 'khmer-reference.json'), JSON.stringify(now));
    const far = (grids: readonly (readonly string[])[], to: (at: number) => number) =>
      grids.map((each, at) => distanceOf(khmerReference[to(at)] ?? '', each));
    const right = far(drawn, (at) => at);
    const broken = far(await page.evaluate(drawKhmer, unjoined), (at) => at * 2);
    const otherFace = far(drawn, (at) => (at + 2) % drawn.length);
    const noFace = await page.evaluate(drawKhmer, [{ face: 'No Such Face', text: 'ក' }]);
    await writeFile(
      join(artefacts, 'khmer-distances.json'),
      JSON.stringify({ right, broken, otherFace }),
    );
    expect(Math.max(...right)).toBeLessThan(farthest / 3);
    expect(Math.min(...otherFace)).toBeGreaterThan(farthest);
    expect(Math.min(...broken)).toBeGreaterThan(farthest * 3);
    expect(noFace).toEqual([[]]);
  });

  it('[SLF3] [SLF4] [SLF6] shows on its slip what it found, and what to do', async () => {
    await look(page, 'self-test-slip');
    const failed = await page.locator('.self-test__check--fail strong').allTextContents();
    const told = (await lab.log(name)).filter((line) => line.includes('self-test'));
    // How disk, memory and clock are is the machine's own.
    const ofThisPc = (['disk', 'flush', 'memory', 'clock'] as const).map((each) =>
      say(`test.${each}`),
    );
    const ofRean = failed.filter((each) => !ofThisPc.includes(each));
    expect({ ofRean, told }).toMatchObject({ ofRean: [say('test.sound')] });
    for (const check of ['lock', 'escapes', 'khmer', 'keyboard', 'hub'] as const) {
      await page.locator('.self-test__check--pass', { hasText: say(`test.${check}`) }).waitFor();
    }
    await press(page, new RegExp(`^${say('test.sound')}`));
    expect(await page.locator('.self-test__advice').innerText()).toContain(say('test.do.sound'));
    slip = await page.locator('.self-test__code output').innerText();
    expect(slip).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{2}$/);
  });

  it('[SLF1] is there for learners once the slip was read', async () => {
    await press(page, say('test.slip.done'));
    await page.locator('[data-screen^=who]').waitFor();
    expect(await page.locator('.self-test').count()).toBe(0);
    await kiosk.app.close();
  });

  it('[SLF5] has its slip at the supervisor’s screen', async () => {
    const desk = await lab.openWindow('supervisor');
    await desk.page.locator('.choose-person__person').first().waitFor();
    await signInStaff(desk.page, staffOf(lab, 'officer'));
    await desk.page.getByRole('button', { name: deskTexts['place.site'].km }).click();
    await desk.page.getByRole('button', { name: stationsTexts.open.km }).click();
    const row = desk.page.locator('.stations__list button', { hasText: slip });
    await row.waitFor();
    await lookAtDesk(desk, 'supervisor-station-listed', besideTheList);
    await row.click();
    await desk.page.locator('[data-screen=station]', { hasText: slip }).waitFor();
    expect(await desk.page.locator('.stations__detail').innerText()).toContain(say('test.sound'));
    await lookAtDesk(desk, 'supervisor-station-tested', besideTheList);
  });
});

/** A code as a technician has it made at the hub's keyboard. */
async function newCode(lab: TestLab): Promise<string> {
  const rean = join(root, 'dist/cli/rean.js');
  const words = ['site', 'enrol', '--data', hubFolder(lab.folder), '--name', 'ទី៩'];
  const made = await promisify(execFile)(process.execPath, [rean, ...words, '--kind', 'kiosk']);
  const code = /[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}/.exec(made.stdout)?.[0];
  if (code === undefined) throw new Error(`No code in: ${made.stdout}`);
  return code;
}

/** By the page itself: what was refused of its ways out has a driver's click wait for ever. */
const press = (page: Page, words: string | RegExp) =>
  page.getByRole('button', { name: words, exact: true }).dispatchEvent('click');

/** At both sizes and in both languages; a locked window fills its display, so that the page is told another. */
async function look(page: Page, screen: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  for (const size of kioskSizes) {
    const metrics = { ...size, deviceScaleFactor: 1, mobile: false };
    await devtools.send('Emulation.setDeviceMetricsOverride', metrics);
    await page.waitForFunction(({ width }) => innerWidth === width, size);
    for (const language of ['en', 'km']) {
      await otherLanguage(page);
      await page.waitForSelector(`html[lang=${language}]`);
      await keepScreenshot(page, `${screen}-${size.width}-${language}`);
      expect(await stickingOut(page), `${screen} ${size.width} ${language}`).toEqual([]);
      if (size !== kioskSizes[0]) continue;
      expect(await barriers(page), `${screen} ${language}, barriers`).toEqual([]);
    }
  }
  await devtools.send('Emulation.clearDeviceMetricsOverride');
}

/** What is outside of the window, or is cut. */
function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.self-test, .self-test *')]
      .filter((element) => element.closest('svg, .unseen') === null)
      .filter((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const isOut = left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
        return isOut || element.scrollWidth > element.clientWidth + 1;
      })
      .filter(({ clientWidth }) => clientWidth > 0)
      .map((element) => `${element.className} “${(element.textContent ?? '').slice(0, 20)}”`),
  );
}
