import { join } from 'node:path';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { enrolInCourses } from '../../src/hub/office/people.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import type { Item } from '../../src/shared/contracts/lesson.ts';
import { installCourses } from '../factories/course-source.ts';
import { everyItem, everyItemLesson, pressEveryItem } from '../factories/every-item-pack.ts';
import { pieceCourse } from '../factories/piece-pack.ts';
import { keepOpenToAll } from './barriers.ts';
import { kioskHand } from './kiosk-hand.ts';
import { answerBy, hands } from './one-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const [{ hand: mouse }] = hands;

type Spot = readonly [x: number, y: number];

const middleOf = async (wanted: Locator): Promise<Spot> => {
  const box = await wanted.boundingBox();
  if (box === null) throw new Error('It is not to be seen.');
  return [box.x + box.width / 2, box.y + box.height / 2];
};

/** A hand that leans on keys, and one that throws what it drags: the button goes down, and up elsewhere. */
describe('a learner with heavy hands', { timeout: 120_000 }, () => {
  let lab: TestLab;
  let kiosk: OpenWindow;
  let page: Page;
  let raw: CDPSession;

  beforeAll(async () => {
    lab = await openTestLab(1);
    const file = await pressEveryItem(lab.folder);
    await installCourses(join(stationFolder(lab.folder, 'station-1'), 'packs'), file);
    const [person] = lab.signIns.learners;
    if (person === undefined) throw new Error('There is no demo learner.');
    await lab.inOffice((office) => enrolInCourses(office, person.learner, [pieceCourse]));
    await lab.startHub();
    kiosk = await lab.openWindow('station-1');
    ({ page } = kiosk);
    raw = await page.context().newCDPSession(page);
    await vi.waitFor(() => kioskHand.signIn(page, person), { timeout: 30_000, interval: 300 });
    const course = page.locator('.course-card', { hasText: everyItemLesson.title.km });
    await page.waitForSelector('.home');
    if (!(await course.isVisible())) await said('page.next').click();
    await course.click();
    await page.locator('.lesson-card', { hasText: everyItemLesson.title.km }).click();
  });
  afterAll(() => lab.remove());

  const said = (key: keyof typeof kioskTexts) =>
    page.getByRole('button', { name: kioskTexts[key].km, exact: true }).first();
  const walked = () => page.locator('.steps__step--walked').count();
  const itemOf = (id: string): Item => {
    const found = everyItem.find((item) => item.id === id);
    if (found === undefined) throw new Error(`There is no item ${id}.`);
    return found;
  };
  /** Brings the lesson to an item by the mouse. */
  const goTo = async (id: string) => {
    const type = itemOf(id).type;
    const wanted = page.locator(`main.lesson--${type}`);
    for (const item of everyItem.slice(0, everyItem.indexOf(itemOf(id)))) {
      if (passed.has(item.id)) continue;
      await answerBy(mouse, page, item);
      passed.add(item.id);
    }
    await wanted.waitFor();
  };
  const passed = new Set<string>();
  const throwTo = async (from: Spot, to: Spot) => {
    const button = { button: 'left', clickCount: 1 } as const;
    const at = ([x, y]: Spot) => ({ x, y });
    await raw.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at(from), ...button });
    await raw.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at(to), ...button });
  };
  /** What the answer is said to be; goes on from there. */
  const outcomeOf = async (id: string) => {
    await said('lesson.check').click();
    await page.locator('.feedback').first().waitFor();
    if (id === 'join') await keepOpenToAll(page, 'lesson-match-right');
    const told = await page.locator('.feedback').first().getAttribute('class');
    await said('lesson.on').click();
    passed.add(id);
    return told;
  };

  /** Checks with Enter held down, then presses it once more. @returns how many items that went on */
  const holdEnter = async (id: string) => {
    await goTo(id);
    const before = await walked();
    if (id === 'type') await page.keyboard.press('KeyK');
    else {
      await page.locator('.choice__options button').nth(1).click();
      await said('lesson.check').focus();
    }
    await page.keyboard.down('Enter');
    await page.waitForSelector('.feedback--right');
    await vi.waitUntil(() => said('lesson.on').evaluate((on) => on === document.activeElement));
    for (let held = 0; held < 20; held += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    expect(await page.locator('.feedback--right').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.feedback--right', { state: 'detached' });
    passed.add(id);
    return (await walked()) - before;
  };

  const cards = [
    { id: 'join', pool: '.match__pool', to: ['one', 'two'], names: ['១', '២'] },
    { id: 'order', pool: '.order__row:last-child', to: ['0', '1'], names: ['ទីមួយ', 'ទីពីរ'] },
    { id: 'fill', pool: '.gap-match__pool', to: ['gap'], names: ['ញ៉ាំ'] },
    { id: 'pair', pool: '.gap-match__pool', to: ['0', '1'], names: ['ថ្ងៃ', 'យប់'] },
  ] as const;

  it('[WCA4] checks with Enter held down on the button, and does not go on', async () => {
    expect(await holdEnter('choose')).toBe(1);
  });

  it.each([cards[0], cards[1]])('[LSN20] throws cards to their places: $id', throwCards);

  it('[WCA4] checks with Enter held down while typing, and does not go on', async () => {
    expect(await holdEnter('type')).toBe(1);
  });

  it('[LSN20] brings a card back from where it was thrown, and a press stays a press', async () => {
    await goTo('fill');
    const gap = page.locator('[data-drop="gap"]');
    const card = page.locator('.gap-match__pool').getByRole('button', { name: 'ផឹក', exact: true });
    await throwTo(await middleOf(card), await middleOf(gap));
    await expect.poll(() => gap.textContent()).toContain('ផឹក');
    await throwTo(await middleOf(gap), [4, 500]);
    await card.waitFor();
    // By the keyboard right after a throw: no click of the mouse to be kept away.
    await card.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => gap.textContent()).toContain('ផឹក');
    await gap.click();
    await card.waitFor();
  });

  it.each([cards[2], cards[3]])('[LSN20] throws cards to their places: $id', throwCards);

  async function throwCards({ id, pool, to, names }: (typeof cards)[number]) {
    await goTo(id);
    for (const [nth, name] of names.entries()) {
      const card = page.locator(pool).getByRole('button', { name, exact: true });
      const place = page.locator(`[data-drop="${to[nth] ?? ''}"]`);
      await throwTo(await middleOf(card), await middleOf(place));
      await expect.poll(() => place.textContent()).toContain(name);
    }
    expect(await outcomeOf(id)).toContain('feedback--right');
  }

  it('[LSN20] throws a line across the field', async () => {
    await goTo('draw');
    const box = await page.locator('.trace__field').boundingBox();
    if (box === null) throw new Error('There is no field.');
    // The field has a margin of six around its hundred.
    const at = (x: number): Spot => [box.x + (box.width * (x + 6)) / 112, box.y + box.height / 2];
    await throwTo(at(20), at(80));
    expect(await outcomeOf('draw')).toContain('feedback--right');
  });

  it('[LSN20] throws what a mouse drill has carried', async () => {
    await goTo('mouse');
    await page.locator('.mouse-drill__target--point').hover();
    await page.locator('.mouse-drill__target--click').click();
    await page.locator('.mouse-drill__target--doubleClick').dblclick();
    const target = page.locator('.mouse-drill__target--drag');
    await throwTo(await middleOf(target), await middleOf(page.locator('.mouse-drill__goal')));
    expect(await outcomeOf('mouse')).toContain('feedback--right');
  });
});
