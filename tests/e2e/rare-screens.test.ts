import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commonTexts } from '../../src/renderer/i18n/texts/common.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import { deskTexts } from '../../src/renderer/i18n/texts/supervisor/desk.ts';
import { deedTexts } from '../../src/renderer/i18n/texts/supervisor/deeds.ts';
import { formTexts } from '../../src/renderer/i18n/texts/supervisor/forms.ts';
import { signInTexts } from '../../src/renderer/i18n/texts/supervisor/sign-in.ts';
import { answerInstead } from './answers-instead.ts';
import { keepOpenToAll } from './barriers.ts';
import { kioskHand } from './kiosk-hand.ts';
import { lookAtKiosk, lookAtSheet } from './kiosk-look.ts';
import { signInStaff, staffOf } from './staff-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const texts = { ...commonTexts, ...kioskTexts };
const calm = {
  message: null,
  paused: false,
  led: null,
  closing: false,
  leaving: null,
  expected: null,
  sent: null,
};
const full = { error: 'store.full' } as const;

/** What is refused, empty or not there yet: seldom seen, and looked at as any other screen is ([WCA1]). */
describe('what hardly ever happens', () => {
  let lab: TestLab;
  let kiosk: OpenWindow;
  let desk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab();
    desk = await lab.openWindow('supervisor');
    kiosk = await lab.openWindow('station-1');
  });
  afterAll(() => lab.remove());

  const said = (key: keyof typeof kioskTexts) =>
    kiosk.page.getByRole('button', { name: kioskTexts[key].km, exact: true }).first();
  /** Loads the page again, which then asks everything anew. */
  const loadAnew = async ({ app, page }: OpenWindow) => {
    const loaded = page.waitForEvent('load');
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.reload(),
    );
    await loaded;
  };
  const reload = async (window: OpenWindow) => {
    await loadAnew(window);
    await window.page.waitForSelector('.language-switch');
  };
  const title = () => desk.page.locator('.empty__title').textContent();
  const place = (name: keyof typeof deskTexts) =>
    desk.page.locator('.rail button', { hasText: deskTexts[name].km }).click();

  it('[SUP2] says at the desk what comes first, and where nobody can sign in', async () => {
    await desk.page.waitForSelector('.empty');
    expect(await title()).toBe(signInTexts['first.title'].km);
    await keepOpenToAll(desk.page, 'supervisor-first');
    await lab.startHub();
    await desk.page.locator('.choose-person__person').first().waitFor({ timeout: 60_000 });
    const idle = { askMinutes: 10, endMinutes: 2 };
    await answerInstead(desk.app, {
      staff: { value: { people: [], signedIn: null, ready: true, idle } },
    });
    await reload(desk);
    await desk.page.waitForSelector('.empty');
    expect(await title()).toBe(signInTexts['nobody.title'].km);
    await keepOpenToAll(desk.page, 'supervisor-nobody');
    await answerInstead(desk.app, {});
    await reload(desk);
  });

  it('[SUP11] says what to do first where there is no station, group, learner or film', async () => {
    await answerInstead(desk.app, {
      room: { value: { seats: [], present: 0 } },
      learners: { value: { learners: [], today: null } },
      groups: { value: { groups: [] } },
      films: { value: { films: [] } },
      attendance: { value: { today: '2026-11-20', groups: [], sheet: null, month: null } },
    });
    await signInStaff(desk.page, staffOf(lab, 'officer'));
    const places = ['room', 'learners', 'groups', 'attendance', 'films'] as const;
    for (const name of places.map((each) => `place.${each}` as const)) {
      await place(name);
      await desk.page.waitForSelector('.empty');
      expect(await title()).toMatch(/\S/);
      await keepOpenToAll(desk.page, `supervisor-empty-${name.slice(6)}`);
    }
    await answerInstead(desk.app, { groups: { error: 'shape.invalid' } });
    await place('place.groups');
    await desk.page.waitForSelector('.trouble');
    await keepOpenToAll(desk.page, 'supervisor-trouble');
  });

  it('[PPL2] tells a learner’s new tile, where theirs is another’s already', async () => {
    const tile = { picture: 'lotus', colour: 'leaf' };
    await answerInstead(desk.app, { 'hub.command': { value: { tile } } });
    await place('place.learners');
    const search = desk.page.locator('.learner-filters__name input');
    await search.fill('zzzz');
    await desk.page.waitForSelector('.empty');
    expect(await title()).toMatch(/\S/);
    await keepOpenToAll(desk.page, 'supervisor-learners-none');
    await search.fill('');
    await desk.page.locator('.learner-line').first().click();
    const button = (name: string) => desk.page.getByRole('button', { name, exact: true });
    await button(deedTexts.change.km).click();
    await button(formTexts.male.km).click();
    const why = desk.page.getByLabel(formTexts.why.km);
    await why.selectOption({ label: deedTexts['change.mistake'].km });
    await button(deedTexts['change.save'].km).click();
    await desk.page.locator('.told .new-tile__tile').waitFor();
    await keepOpenToAll(desk.page, 'supervisor-told-tile');
    await button(deedTexts['new-tile.seen'].km).click();
    await desk.page.getByText(deedTexts.done.km).waitFor();
  });

  it('[LUK5] says at the kiosk what was not done, and what to do', async () => {
    const { page } = kiosk;
    const [learner] = lab.signIns.learners;
    if (learner === undefined) throw new Error('There are no demo learners.');
    await vi.waitFor(() => kioskHand.signIn(page, learner), { timeout: 30_000, interval: 300 });
    await page.waitForSelector('.go-on__open');
    const refused = ['help.ask', 'sitting.end', 'lesson.open', 'review.open', 'piece.open'];
    await answerInstead(kiosk.app, Object.fromEntries(refused.map((name) => [name, full])));
    await said('help.ask').click();
    await page.locator('dialog').waitFor();
    await keepOpenToAll(page, 'help-failed');
    await closeSheet(page, 'close');
    await page.locator('.me').click();
    await said('out.yes').click();
    await page.locator('dialog .notice').waitFor();
    await keepOpenToAll(page, 'sign-out-failed');
    await closeSheet(page, 'out.no');
    await page.locator('.go-on__open').click();
    await page.locator('main .notice').waitFor();
    expect(await lookAtKiosk(kiosk, 'lesson-refused')).toEqual([]);
    await said('done.home').click();
  });

  it('[LUK5] says so of a book and of what is to be gone over, and finds no book of such a name', async () => {
    const { page } = kiosk;
    await page.locator('.record-card', { hasText: kioskTexts['library.title'].km }).click();
    await page.locator('.book-card').first().click();
    await page.locator('main .notice').waitFor();
    expect(await lookAtKiosk(kiosk, 'piece-refused')).toEqual([]);
    await said('lesson.leave').click();
    await said('library.search').click();
    await page.locator('.library__field').fill('zzzz');
    await page.locator('.library__none').waitFor();
    expect(await lookAtKiosk(kiosk, 'library-nothing')).toEqual([]);
    const home = await kioskHand.home(page);
    await answerInstead(kiosk.app, {
      home: { value: { ...home, due: 3 } },
      'review.open': full,
    });
    await reload(kiosk);
    await page.locator('.beside-card', { hasText: kioskTexts['home.due'].km }).click();
    await page.locator('main .notice').waitFor();
    expect(await lookAtKiosk(kiosk, 'review-refused')).toEqual([]);
  });

  it('[KSK5] has nothing but the library and one’s record where no course is open', async () => {
    const home = await kioskHand.home(kiosk.page);
    await answerInstead(kiosk.app, {
      home: { value: { ...home, courses: [], goOn: null, next: null, due: 0 } },
    });
    await reload(kiosk);
    await kiosk.page.waitForSelector('.home__ways');
    expect(await lookAtKiosk(kiosk, 'home-nothing')).toEqual([]);
  });

  it('[PWR2] says that the computer goes, while it does', async () => {
    await answerInstead(kiosk.app, {});
    await reload(kiosk);
    const leaving = { to: 'power-off', gone: false };
    const moment = { ...calm, leaving };
    const found = await lookAtSheet(kiosk, 'leaving', {
      open: async () => {
        await answerInstead(kiosk.app, { moment: { value: moment } });
        await loadAnew(kiosk);
      },
      close: async () => {
        await answerInstead(kiosk.app, {});
        await reload(kiosk);
      },
    });
    expect(found).toEqual([]);
  });
});

const closeSheet = async (page: Page, key: keyof typeof texts) => {
  await page.getByRole('button', { name: texts[key].km, exact: true }).last().click();
  await page.locator('dialog').waitFor({ state: 'detached' });
};
