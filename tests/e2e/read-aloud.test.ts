import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hubFolder, stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { enrolInCourses } from '../../src/hub/office/people.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import { courseIdSchema } from '../../src/shared/ids.ts';
import { keepOpenToAll } from './barriers.ts';
import { kioskSizes, misfits, resizeTo } from './fitting.ts';
import { leaveLesson, signInOnScreen } from './learner-hand.ts';
import { finish, jumpTo } from './lesson-jump.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const course = courseIdSchema.parse('org.rean.khmer-reading');
const text = ['org.rean.khmer-reading', 'a-letter-home', 'aloud-begin'] as const;
/** Its title. */
const letter = 'សំបុត្រទៅផ្ទះ';
/** What the letter waits for. */
const before = ['subscripts-one', 'family-words'];
const fakeMicrophone = ['--use-fake-device-for-media-stream'];

/** A text read aloud at real kiosks: one with a microphone, made up by Chromium, and one without. */
describe('reading aloud', () => {
  let lab: TestLab;
  let kiosk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(2);
    for (const { learner } of lab.signIns.learners.slice(0, 2)) {
      await lab.inOffice((office) => enrolInCourses(office, learner, [course]));
    }
    await lab.startHub();
    kiosk = await lab.openSwitched('station-1', fakeMicrophone);
  });
  afterAll(() => lab.remove());

  const person = (nth: number) => {
    const found = lab.signIns.learners[nth];
    if (found === undefined) throw new Error(`There is no demo learner ${String(nth)}.`);
    return found;
  };
  const press = (page: Page, name: keyof typeof kioskTexts) =>
    page.getByRole('button', { name: kioskTexts[name].km, exact: true }).click();
  const button = (page: Page, name: keyof typeof kioskTexts) =>
    page.getByRole('button', { name: kioskTexts[name].km, exact: true });
  const recordings = (station: string) =>
    filesIn(join(stationFolder(lab.folder, station), 'recordings'));
  /** Has the microphone hear for so long as it shows that it does. */
  const read = async (page: Page) => {
    await button(page, 'readAloud.stop').waitFor();
    await page.waitForFunction(() => {
      const bars = document.querySelector<HTMLElement>('.voice-meter__bars');
      return Number(bars?.style.getPropertyValue('--level')) > 0.05;
    });
  };
  const look = async (at: OpenWindow, name: string) => {
    const found: string[] = [];
    for (const size of kioskSizes) {
      await resizeTo(at, size);
      found.push(...(await misfits(at.page)).map((misfit) => `${name}, ${size.width}: ${misfit}`));
      await keepOpenToAll(at.page, `${name}-${size.width}`);
    }
    return found;
  };

  it('[RAL5] is heard nowhere before such a text is open', async () => {
    await kiosk.page.waitForSelector('.who__person');
    expect(await heard(kiosk.page.mainFrame(), { audio: true })).toBe('NotAllowedError');
    await signInOnScreen(kiosk.page, person(0));
    expect(await heard(kiosk.page.mainFrame(), { audio: true })).toBe('NotAllowedError');
  });

  it('[RAL1] is recorded, heard, recorded again and kept, at both sizes of screen', async () => {
    const { page } = kiosk;
    for (const lesson of before) await finish(page, text[0], lesson);
    await jumpTo(page, ...text);
    const found = await look(kiosk, 'lesson-read-aloud');
    await press(page, 'readAloud.record');
    await read(page);
    found.push(...(await look(kiosk, 'lesson-read-aloud-recording')));
    await press(page, 'readAloud.stop');
    await press(page, 'readAloud.listen');
    await button(page, 'readAloud.quiet').waitFor();
    await button(page, 'readAloud.listen').waitFor();
    found.push(...(await look(kiosk, 'lesson-read-aloud-done')));
    await press(page, 'readAloud.again');
    await read(page);
    await press(page, 'readAloud.stop');
    await button(page, 'readAloud.listen').waitFor();
    expect(await recordings('station-1')).toEqual([]);
    await press(page, 'lesson.on');
    await button(page, 'readAloud.record').waitFor();
    const kept = await recordings('station-1');
    expect(kept).toHaveLength(1);
    expect(kept[0]).toContain(person(0).learner);
    expect(found).toEqual([]);
  });

  it('[RAL5] gives the microphone to no frame, with no camera, and not once the text is left', async () => {
    const { page } = kiosk;
    expect(await heard(page.mainFrame(), { audio: true })).toBe('heard');
    expect(await heard(page.mainFrame(), { audio: true, video: true })).toBe('NotAllowedError');
    expect(await heard(page.mainFrame(), { video: true })).toBe('NotAllowedError');
    const picture = (await page.locator('.look img').first().getAttribute('src')) ?? '';
    const [origin = ''] = /^pack:\/\/[^/]+/.exec(picture) ?? [];
    for (const address of [`${origin}/~player/media/`, 'about:blank']) {
      const frame = await frameAt(page, address);
      expect(await heard(frame, { audio: true })).toBe('NotAllowedError');
    }
    await leaveLesson(page);
    expect(await heard(page.mainFrame(), { audio: true })).toBe('NotAllowedError');
  });

  it('[RAL2] leaves nothing of a recording that a kill -9 cut off', async () => {
    const { page, app } = kiosk;
    await jumpTo(page, text[0], text[1], 'aloud-end');
    await press(page, 'readAloud.record');
    await read(page);
    const kept = await recordings('station-1');
    const gone = new Promise((resolve) => app.process().once('exit', resolve));
    app.process().kill('SIGKILL');
    await gone;
    expect(await recordings('station-1')).toEqual(kept);
    const [file = ''] = kept;
    const written = await readFile(file, 'utf8');
    expect(written).not.toContain('a-letter-home');
    kiosk = await vi.waitFor(() => lab.openSwitched('station-1', fakeMicrophone), {
      timeout: 60_000,
    });
    await signInOnScreen(kiosk.page, person(0));
    await jumpTo(kiosk.page, text[0], text[1], 'aloud-end');
    await button(kiosk.page, 'readAloud.record').waitFor();
    expect(await button(kiosk.page, 'readAloud.before').count()).toBe(0);
    await press(kiosk.page, 'readAloud.record');
    await read(kiosk.page);
    await leaveLesson(kiosk.page);
  });

  it('[RAL2] plays what was kept when the text comes again', async () => {
    const { page } = kiosk;
    await finish(page, text[0], text[1]);
    await jumpTo(page, ...text);
    await press(page, 'readAloud.before');
    await button(page, 'readAloud.quiet').waitFor();
    await button(page, 'readAloud.before').waitFor();
    expect(await look(kiosk, 'lesson-read-aloud-before')).toEqual([]);
    await press(page, 'readAloud.record');
    await read(page);
    await press(page, 'readAloud.stop');
    await button(page, 'readAloud.listen').waitFor();
    expect(await look(kiosk, 'lesson-read-aloud-both')).toEqual([]);
  });

  it('[RAL6] plays at another PC what was read here, from the hub, where it lies sealed', async () => {
    const atHub = await vi.waitFor(async () => {
      const files = await filesIn(join(hubFolder(lab.folder), 'recordings'));
      expect(files).toHaveLength(1);
      return files;
    }, 30_000);
    expect(atHub[0]).toContain(person(0).learner);
    expect(await readFile(atHub[0] ?? '', 'utf8')).not.toContain('a-letter-home');
    const other = await lab.openSwitched('station-2', fakeMicrophone);
    await signInOnScreen(other.page, person(0));
    await other.page.locator('.go-on__title', { hasText: letter }).waitFor();
    await jumpTo(other.page, ...text);
    await press(other.page, 'readAloud.before');
    await button(other.page, 'readAloud.quiet').waitFor();
    await button(other.page, 'readAloud.before').waitFor();
    expect(await look(other, 'lesson-read-aloud-elsewhere')).toEqual([]);
    expect(await recordings('station-2')).toEqual([]);
    await other.app.close();
  });

  it('[RAL1] goes on at a PC without a microphone', async () => {
    const silent = await lab.openWindow('station-2');
    await signInOnScreen(silent.page, person(1));
    for (const lesson of before) await finish(silent.page, text[0], lesson);
    await jumpTo(silent.page, ...text);
    await silent.page.getByText(kioskTexts['readAloud.silent'].km).waitFor();
    expect(await look(silent, 'lesson-read-aloud-silent')).toEqual([]);
    await press(silent.page, 'lesson.on');
    await press(silent.page, 'lesson.on');
    await silent.page.waitForSelector('main.lesson--choice');
    expect(await recordings('station-2')).toEqual([]);
  });
});

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** What becomes of asking for the microphone in a frame: `heard`, or the name of the refusal. */
function heard(frame: Frame, what: MediaStreamConstraints): Promise<string> {
  return frame.evaluate(async (asked) => {
    if (navigator.mediaDevices === undefined) return 'not there';
    try {
      const stream = await navigator.mediaDevices.getUserMedia(asked);
      for (const track of stream.getTracks()) track.stop();
      return 'heard';
    } catch (error) {
      return error instanceof DOMException ? error.name : 'not there';
    }
  }, what);
}

/** A frame in the kiosk's own page, which asks for all that a frame may be given. */
async function frameAt(page: Page, address: string): Promise<Frame> {
  const handle = await page.evaluateHandle(async (src) => {
    const frame = document.createElement('iframe');
    frame.allow = 'microphone *; camera *';
    frame.src = src;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    return frame;
  }, address);
  const frame = await handle.asElement()?.contentFrame();
  if (frame === null || frame === undefined) throw new Error('There is no such frame.');
  return frame;
}
