import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringInTexts } from '../../src/renderer/i18n/texts/supervisor/bring-in.ts';
import { cardTexts } from '../../src/renderer/i18n/texts/supervisor/card.ts';
import { deedTexts } from '../../src/renderer/i18n/texts/supervisor/deeds.ts';
import { drawingTexts } from '../../src/renderer/i18n/texts/drawings.ts';
import { firstSignInTexts } from '../../src/renderer/i18n/texts/supervisor/first-sign-ins.ts';
import { deskTexts } from '../../src/renderer/i18n/texts/supervisor/desk.ts';
import { formTexts } from '../../src/renderer/i18n/texts/supervisor/forms.ts';
import { groupsTexts } from '../../src/renderer/i18n/texts/supervisor/groups.ts';
import { learnerFiltersTexts } from '../../src/renderer/i18n/texts/supervisor/learner-filters.ts';
import { learnersTexts } from '../../src/renderer/i18n/texts/supervisor/learners.ts';
import { manyTexts } from '../../src/renderer/i18n/texts/supervisor/many.ts';
import { newLearnerTexts } from '../../src/renderer/i18n/texts/supervisor/new-learner.ts';
import { newSignInTexts } from '../../src/renderer/i18n/texts/supervisor/new-sign-in.ts';
import { passphraseTexts } from '../../src/renderer/i18n/texts/supervisor/passphrase.ts';
import { readingRoomTexts } from '../../src/renderer/i18n/texts/supervisor/reading-room.ts';
import { signInTexts } from '../../src/renderer/i18n/texts/supervisor/sign-in.ts';
import { siteTexts } from '../../src/renderer/i18n/texts/supervisor/site.ts';
import { staffTexts } from '../../src/renderer/i18n/texts/supervisor/staff.ts';
import { toldTexts } from '../../src/renderer/i18n/texts/supervisor/told.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';
import { keepOpenToAll } from './barriers.ts';
import { chooseList, saveAs, saveLater } from './file-hand.ts';
import { besideTheList, lookAtDesk, signInStaff, staffOf } from './staff-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

/** Officers see to learners' accounts at a supervisor station, as they would in a day. */
describe('an officer and the people of the site', () => {
  let lab: TestLab;
  let desk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(1);
    await lab.startHub();
    desk = await lab.openWindow('supervisor');
    await signInStaff(desk.page, staffOf(lab, 'officer'));
    await desk.page.locator('.rail button', { hasText: learnersTexts.title.km }).click();
  });
  afterAll(() => lab.remove());

  const manager = () => staffOf(lab, 'site-manager');
  const button = (name: string) => desk.page.getByRole('button', { name, exact: true });
  const inForm = (name: string) => desk.page.locator('.form').getByRole('button', { name });
  const row = (name: string) => desk.page.locator('.learner-line', { hasText: name });
  const why = () => desk.page.getByLabel(formTexts.why.km);

  const lookAt = (name: string) => lookAtDesk(desk, name, besideTheList);

  it('[PPL2] changes a name, saying why', async () => {
    await row('សុខ ដារ៉ា').click();
    await lookAt('supervisor-learner');
    await button(deedTexts.change.km).click();
    await desk.page.getByLabel(formTexts['name.km'].km, { exact: true }).fill('សុខ ដារ៉ារិទ្ធ');
    await button(formTexts.male.km).click();
    await desk.page.getByLabel(formTexts['birth-year'].km).fill('២៥៣៣');
    await expect.poll(() => button(deedTexts['change.save'].km).isDisabled()).toBe(true);
    await why().selectOption({ label: deedTexts['change.mistake'].km });
    await lookAt('supervisor-learner-change');
    await button(deedTexts['change.save'].km).click();
    await desk.page.getByText(deedTexts.done.km).waitFor();
    await row('សុខ ដារ៉ារិទ្ធ').waitFor();
  });

  it('[PPL2] is told of a man among women with nothing done, and asks once more', async () => {
    await button(deedTexts.change.km).click();
    const groups = desk.page.locator('.form').getByLabel(formTexts.group.km);
    await groups.selectOption({ label: 'ក្រុមនារី' });
    await why().selectOption({ label: deedTexts['change.other-group'].km });
    await button(deedTexts['change.save'].km).click();
    await desk.page.getByText(formTexts['misfit.man-among-women'].km).waitFor();
    await lookAt('supervisor-learner-misfit');
    await groups.selectOption({ label: 'ក្រុមរសៀល' });
    await button(deedTexts['change.save'].km).click();
    await desk.page.getByText(deedTexts.done.km).waitFor();
    await expect
      .poll(() => row('សុខ ដារ៉ារិទ្ធ').locator('.learner-line__group').textContent())
      .toBe('ក្រុមរសៀល');
  });

  it('[ACC2] appoints a peer tutor, and ends it', async () => {
    await button(deedTexts.tutor.km).click();
    await why().selectOption({ label: deedTexts['tutor.able'].km });
    await lookAt('supervisor-learner-tutor');
    await inForm(deedTexts.tutor.km).click();
    await button(deedTexts['tutor-end'].km).click();
    await why().selectOption({ label: deedTexts['tutor-end.over'].km });
    // [CMD7]
    expect(await why().locator('option', { hasText: formTexts['why.other'].km }).count()).toBe(0);
    await lookAt('supervisor-learner-tutor-end');
    await inForm(deedTexts['tutor-end'].km).click();
    await expect.poll(() => button(deedTexts.tutor.km).count()).toBe(1);
  });

  it('[PPL3] closes an account, finds it again and opens it', async () => {
    await button(deedTexts['shut-out'].km).click();
    await lookAt('supervisor-learner-close');
    await why().press('Escape');
    await button(deedTexts['shut-out'].km).click();
    await why().selectOption({ label: deedTexts['shut-out.stops'].km });
    await inForm(deedTexts['shut-out'].km).click();
    await expect.poll(() => row('សុខ ដារ៉ារិទ្ធ').count()).toBe(0);
    await button(learnersTexts.closed.km.replace('{count}', '១')).click();
    await row('សុខ ដារ៉ារិទ្ធ').waitFor();
    await lookAt('supervisor-learners-closed');
    await button(deedTexts['let-in'].km).click();
    await lookAt('supervisor-learner-open');
    await why().selectOption({ label: deedTexts['let-in.back'].km });
    await inForm(deedTexts['let-in'].km).click();
    await row('ហេង បូរ៉ា').waitFor();
    await row('សុខ ដារ៉ារិទ្ធ').waitFor();
  });

  it('[PPL4] adds a learner, typed on the keys, who is not the one of that name', async () => {
    const { page } = desk;
    await button(newLearnerTexts.title.km).click();
    const add = button(newLearnerTexts.add.km);
    const name = page.getByLabel(formTexts['name.km'].km, { exact: true });
    await name.focus();
    for (const key of ['KeyK', 'KeyG']) await page.keyboard.press(key);
    expect(await name.inputValue()).toBe('កង');
    await name.fill('ហេង បូរ៉ា');
    await button(formTexts.female.km).click();
    await page.locator('.form').getByLabel(formTexts.group.km).selectOption({ label: 'ក្រុមនារី' });
    await page.getByText(newLearnerTexts.namesake.km).waitFor();
    expect(await add.isDisabled()).toBe(true);
    await lookAt('supervisor-learner-new');
    await page.getByLabel(newLearnerTexts['namesake.other'].km).check();
    await add.click();
    await page.keyboard.press('Escape');
    await page.locator('.told__digits').nth(1).waitFor();
    await lookAt('supervisor-learner-told');
    await page.keyboard.press('Escape');
    await row('ហេង បូរ៉ា').first().click();
    for (const at of [0, 1]) {
      const digits = await page.locator('.told__digits span').nth(at).textContent();
      expect(digits).toMatch(/^[០-៩]{3} [០-៩]{3}$/);
    }
    await button(toldTexts.seen.km).click();
    await expect.poll(() => page.locator('.told').count()).toBe(0);
    await expect.poll(() => row('ហេង បូរ៉ា').count()).toBe(2);
  });

  it('[SGN9] gives a learner a PIN in place of pictures, and is told a number alone', async () => {
    const { page } = desk;
    await row('សុខ ដារ៉ារិទ្ធ').click();
    await button(newSignInTexts.title.km).click();
    await button(newSignInTexts['form.pin'].km).click();
    expect(await button(newSignInTexts.give.km).isDisabled()).toBe(true);
    await page
      .getByLabel(newSignInTexts.why.km)
      .selectOption({ label: newSignInTexts['why.other-form'].km });
    await lookAt('supervisor-new-sign-in');
    await button(newSignInTexts.give.km).click();
    await page.locator('.told__digits').waitFor();
    await lookAt('supervisor-new-sign-in-told');
    const digits = await page.locator('.told__digits span').textContent();
    expect(digits).toMatch(/^[០-៩]{3} [០-៩]{3}$/);
    await page.keyboard.press('Escape');
    await row('គង់ រិទ្ធី').click();
    await page.locator('.rail button', { hasText: groupsTexts.title.km }).click();
    expect(await page.locator('.told__digits span').textContent()).toBe(digits);
    await button(deskTexts['sign-out'].km).click();
    await page.getByText(deskTexts['sign-out.told'].km).waitFor();
    await lookAtDesk(desk, 'supervisor-sign-out-told', '.rail *');
    await button(deskTexts['sign-out.stay'].km).click();
    // By the window's own button: asked in the same way, and again as often as it is pressed.
    for (const _ of ['once', 'again']) {
      await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      await page.getByText(deskTexts['sign-out.told'].km).waitFor();
      await button(deskTexts['sign-out.stay'].km).click();
    }
    expect(await page.locator('.told__digits span').textContent()).toBe(digits);
    await button(newSignInTexts.seen.km).click();
    await page.getByText(deedTexts.done.km).waitFor();
  });

  it('[CRD1] makes cards for the whole group, as a PDF where they say', async () => {
    const path = join(lab.folder, 'their-cards.pdf');
    await saveAs(desk.app, path);
    await button(cardTexts.title.km).click();
    await desk.page.getByRole('button', { name: /ក្រុមទាំងមូល/ }).click();
    await lookAt('supervisor-card');
    await button(cardTexts.make.km).click();
    await desk.page.getByText('their-cards.pdf').waitFor();
    const pdf = await readFile(path);
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    await button(cardTexts.close.km).click();
  });

  it('[PPL5] makes a group under a symbol that is no other’s', async () => {
    const { page } = desk;
    await page.locator('.rail button', { hasText: groupsTexts.title.km }).click();
    await page.locator('.groups__group').nth(2).waitFor();
    await button(groupsTexts.new.km).click();
    // [SUP9]
    await page.keyboard.press('Escape');
    const focused = () =>
      button(groupsTexts.new.km).evaluate((it) => it === document.activeElement);
    await expect.poll(focused).toBe(true);
    await button(groupsTexts.new.km).click();
    await page.getByLabel(formTexts['name.km'].km, { exact: true }).fill('ក្រុមយប់');
    await button(groupsTexts['scope.men'].km).click();
    const symbol = (name: keyof typeof drawingTexts) => button(drawingTexts[name].km);
    expect(await symbol('rice').count()).toBe(0);
    await symbol('buffalo').click();
    await lookAt('supervisor-group-new');
    await button(groupsTexts.make.km).click();
    await page.locator('.groups__group', { hasText: 'ក្រុមយប់' }).click();
    await lookAt('supervisor-group');
    await button(groupsTexts.change.km).click();
    await page.getByLabel(formTexts['name.en'].km).fill('Evening group');
    await symbol('elephant').click();
    await why().selectOption({ label: groupsTexts['change.new-name'].km });
    await lookAt('supervisor-group-change');
    await button(groupsTexts.save.km).click();
    await page.getByText(groupsTexts.done.km).waitFor();
    await button(groupsTexts.enrol.km).click();
    await page.getByText(groupsTexts['enrol.nobody'].km).waitFor();
  });

  it('[PPL6] puts those of a group who are ticked into courses', async () => {
    const { page } = desk;
    // [LST5]
    const search = page.getByLabel(groupsTexts.search.km);
    await search.fill('zzzz');
    await page.getByText(groupsTexts['none.title'].km).waitFor();
    await keepOpenToAll(page, 'supervisor-groups-none');
    await search.fill('after');
    await expect.poll(() => page.locator('.groups__group').count()).toBe(1);
    await page.locator('.groups__group', { hasText: 'ក្រុមរសៀល' }).click();
    await search.fill('');
    await button(groupsTexts.enrol.km).click();
    const course = 'អក្សរខ្មែរ និងពាក្យដំបូង';
    await page.getByLabel(course).check();
    await page.getByLabel('នួន សុវណ្ណ').uncheck();
    await lookAt('supervisor-group-enrol');
    await button(groupsTexts['enrol.put'].km).click();
    await page.getByText(groupsTexts.done.km).waitFor();
    await page.locator('.rail button', { hasText: learnersTexts.title.km }).click();
    // Of all that are open to everybody, those chosen for a learner come first ([CRS3]).
    const placeFor = async (name: string) => {
      await row(name).click();
      await page.locator('.learner-about__name', { hasText: name }).waitFor();
      return (await page.locator('.course__title').allTextContents()).indexOf(course);
    };
    await expect.poll(() => placeFor('គង់ រិទ្ធី')).toBe(0);
    expect(await placeFor('នួន សុវណ្ណ')).toBeGreaterThanOrEqual(2);
  });

  it('[IMP1] brings in a list after showing what it comes to, and saves one', async () => {
    const { page, app } = desk;
    const folder = await temporaryFolder();
    await chooseList(app, folder);
    await button(bringInTexts.title.km).click();
    await lookAt('supervisor-list-begin');
    await button(bringInTexts.choose.km).click();
    const kinds = page.locator('.bring-in__kinds button');
    await expect
      .poll(() => kinds.allTextContents())
      .toEqual(['ថ្មី ៣', 'ប្ដូរ ១', 'មិនប្រាកដ ០', 'ដដែល ០', 'ខុស ១']);
    await page.getByLabel(bringInTexts['changed.too'].km).check();
    await page.getByLabel(bringInTexts['misfits.too'].km).check();
    await why().selectOption({ label: bringInTexts['why.list'].km });
    await lookAt('supervisor-list');
    await kinds.nth(4).click();
    expect(await page.locator('.bring-in__rows').textContent()).toContain('៥=1+1');
    await lookAt('supervisor-list-wrong');
    await button(bringInTexts.bring.km).click();
    await button(bringInTexts['over.close'].km).waitFor();
    await lookAt('supervisor-list-over');
    await button(bringInTexts['over.close'].km).click();
    await row('សៀង សុភា').waitFor();
    await saveAs(app, join(folder, 'saved.csv'));
    await button(bringInTexts.export.km).click();
    await button(bringInTexts['export.csv'].km).click();
    const saved = () => readFile(join(folder, 'saved.csv'), 'utf8').catch(() => '');
    await expect.poll(saved).toContain('"ហួត វាសនា"');
  });

  it('[SGN13] gives first numbers to those of a group whom nothing lets in yet', async () => {
    const { page } = desk;
    // Three of the list, and two who were given numbers before.
    const without = firstSignInTexts.without.km.replace('{count}', '៥');
    await button(without).click();
    await expect.poll(() => page.locator('.learner-line').count()).toBe(5);
    await lookAt('supervisor-learners-without');
    await button(without).click();
    await page.locator('.rail button', { hasText: groupsTexts.title.km }).click();
    await page.locator('.groups__group', { hasText: 'ក្រុមព្រឹក' }).click();
    await button(firstSignInTexts.title.km).click();
    await page.getByLabel('ម៉ៅ ស្រីពេជ្រ').uncheck();
    await lookAt('supervisor-group-first');
    await button(firstSignInTexts.give.km.replace('{count}', '២')).click();
    await button(firstSignInTexts.print.km).waitFor();
    await page.keyboard.press('Escape');
    await lookAt('supervisor-group-numbers');
    const numbers = await page.locator('.number-list__lines strong').allTextContents();
    expect(new Set(numbers).size).toBe(2);
    const path = join(lab.folder, 'numbers.pdf');
    await desk.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await button(firstSignInTexts.print.km).click();
    const pdf = () => readFile(path, 'latin1').catch(() => '');
    await expect.poll(async () => (await pdf()).slice(0, 5)).toBe('%PDF-');
    await button(firstSignInTexts.seen.km).click();
    await page.locator('.groups__group', { hasText: 'ក្រុមព្រឹក' }).click();
    await button(firstSignInTexts.title.km).click();
    const numbered = firstSignInTexts['has-number'].km.replace('{name}', 'សៀង សុភា');
    await expect.poll(() => page.getByLabel(numbered).isChecked()).toBe(false);
    expect(await page.getByLabel('ម៉ៅ ស្រីពេជ្រ').isChecked()).toBe(true);
  });

  it('[LST1] [LST2] [LST3] filters, ticks several by keys, sees what will happen, and moves them', async () => {
    const { page } = desk;
    await page.locator('.rail button', { hasText: learnersTexts.title.km }).click();
    await button(learnerFiltersTexts.more.km).click();
    await page.getByLabel(learnerFiltersTexts.course.km).selectOption('none');
    await expect.poll(() => row('គង់ រិទ្ធី').count()).toBe(0);
    await lookAtDesk(desk, 'supervisor-learners-filters', '.learner-filters, .learner-filters *');
    await button(learnerFiltersTexts['more.none'].km.replace('{count}', '១')).click();
    await page.locator('.learner-filters__group select').first().selectOption({ index: 1 });
    const lines = page.locator('.learner-line');
    await lines.first().locator('.learner-line__button').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await lines
      .nth(2)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] });
    const ticked = (count: string) => page.getByText(manyTexts.ticked.km.replace('{count}', count));
    await ticked('៣').first().waitFor();
    await page.locator('.learner-filters__group select').first().selectOption('');
    const names = await page
      .locator('.learner-line:has(:checked) .learner-line__button')
      .allTextContents();
    expect(names).toHaveLength(3);
    await lookAtDesk(desk, 'supervisor-learners-ticked', '.tick-bar, .tick-bar *');
    await button(manyTexts.act.km).click();
    await lookAt('supervisor-many');
    await button(manyTexts['deed.move'].km).click();
    await page.getByLabel(manyTexts['move.to'].km).selectOption({ label: 'ក្រុមយប់' });
    await why().selectOption({ label: deedTexts['change.other-group'].km });
    await page.getByLabel(manyTexts['move.misfits'].km).check();
    await lookAt('supervisor-many-form');
    await button(manyTexts.preview.km).click();
    await page.getByText(manyTexts.will.km.replace('{count}', '៣')).click();
    await lookAt('supervisor-many-preview');
    await button(manyTexts.do.km.replace('{count}', '៣')).click();
    await page.getByText(manyTexts.over.km.replace('{count}', '៣')).waitFor();
    await lookAt('supervisor-many-over');
    await button(manyTexts['over.close'].km).click();
    for (const name of names) {
      const group = row(name).locator('.learner-line__group', { hasText: 'ក្រុមយប់' });
      await expect.poll(() => group.count()).toBeGreaterThan(0);
    }
    await expect.poll(() => page.locator('.tick-bar').count()).toBe(0);
  });

  it('[LIB6] counts visits and books of the reading room, and corrects a count', async () => {
    const { page } = desk;
    const say = readingRoomTexts;
    await page.locator('.rail button', { hasText: siteTexts.title.km }).click();
    await page.getByText(say.none.km).waitFor();
    await button(say.count.km).click();
    const count = () => inForm(say['count.do'].km);
    await button(say['who.women'].km).click();
    const people = page.getByLabel(say.people.km);
    await people.fill('៥០១');
    await page.getByText(say['number.wrong'].km.replace('{most}', '៥០០')).waitFor();
    expect(await count().isDisabled()).toBe(true);
    await people.fill('១៣');
    await lookAt('supervisor-reading-room-count');
    await count().click();
    const entries = page.locator('.stations__list button');
    await expect.poll(() => entries.count()).toBe(1);
    await button(say['what.loans'].km).click();
    await page.getByLabel(say.topic.km).selectOption('law');
    await page.getByLabel(say['lent.number'].km).fill('3');
    await lookAt('supervisor-reading-room-books');
    await count().click();
    await expect.poll(() => entries.count()).toBe(2);
    await entries.filter({ hasText: say['who.women'].km }).click();
    await people.fill('31');
    await why().selectOption({ label: say['correct.miscounted'].km });
    await lookAt('supervisor-reading-room-correct');
    await button(say['correct.save'].km).click();
    const corrected = say['entry.visits'].km
      .replace('{who}', say['who.women'].km)
      .replace('{people}', '៣១');
    await entries.filter({ hasText: corrected }).waitFor();
    await expect.poll(() => entries.count()).toBe(2);
    await page.keyboard.press('Escape');
    const figures = page.locator('.reading-room__figures');
    await figures.getByText(say['told.at-least'].km.replace('{count}', '៣០')).waitFor();
    await expect.poll(() => figures.getByText(say['told.few'].km).count()).toBe(2);
    await page.locator('.reading-room').scrollIntoViewIfNeeded();
    await lookAtDesk(desk, 'supervisor-reading-room', '.reading-room, .reading-room *');
  });

  it('[PPL7] has staff appointed, changed and ended by a site manager', async () => {
    const { page } = desk;
    // [WIN12]
    await desk.app.evaluate(({ clipboard }) => clipboard.writeText('copied'));
    await button(deskTexts['sign-out'].km).click();
    const copied = () => desk.app.evaluate(({ clipboard }) => clipboard.readText());
    await expect.poll(copied).toBe('');
    await signInStaff(page, manager());
    await page.locator('.rail button', { hasText: staffTexts.title.km }).click();
    await button(staffTexts.appoint.km).click();
    const field = (label: string) => page.getByLabel(label, { exact: true });
    await field(formTexts['name.km'].km).fill('លី ស្រីនាង');
    await field(staffTexts.role.km).selectOption('instructor');
    await page.getByLabel(groupsTexts['scope.women'].km).check();
    await page.getByLabel('ក្រុមនារី').check();
    await lookAt('supervisor-staff-appoint');
    await button(staffTexts.next.km).click();
    await field(passphraseTexts.new.km).fill('ស្វាយ ទូក ភ្នំ');
    await field(passphraseTexts.again.km).fill('ស្វាយ ទូក ភ្នំ');
    await lookAt('supervisor-staff-passphrase');
    await button(staffTexts['appoint.do'].km).click();
    await page.locator('.staff__line', { hasText: 'លី ស្រីនាង' }).click();
    await lookAt('supervisor-staff');
    await button(staffTexts.end.km).click();
    await why().selectOption({ label: staffTexts['end.left'].km });
    await lookAt('supervisor-staff-end');
    await button(staffTexts.end.km).click();
    const line = page.locator('.staff__line', { hasText: staffTexts.ended.km });
    await expect.poll(() => line.textContent()).toContain('លី ស្រីនាង');
  });

  it('[STF3] changes one’s own passphrase, and signs in with it', async () => {
    const { page } = desk;
    const field = (label: string) => page.getByLabel(label, { exact: true });
    await button(passphraseTexts.open.km).click();
    await field(passphraseTexts.current.km).fill(manager().passphrase);
    await field(passphraseTexts.new.km).fill('ខ្លី');
    await page.getByText(passphraseTexts['fault.too-short'].km.slice(0, 12)).waitFor();
    await field(passphraseTexts.new.km).fill('ត្នោត ភ្លៀង កាសែត');
    await field(passphraseTexts.again.km).fill('ត្នោត ភ្លៀង កាសែត');
    await lookAt('supervisor-my-passphrase');
    await field(passphraseTexts.again.km).press('Enter');
    // The sitting ends once the hub's keyring has come, and so does what the old one opened.
    await page.locator('.choose-person__person').first().waitFor({ timeout: 60_000 });
    await signInStaff(page, { ...manager(), passphrase: 'ត្នោត ភ្លៀង កាសែត' });
    expect(await button(passphraseTexts.open.km).count()).toBe(1);
  });

  it('[SUP17] warns where nobody touches the window, and signs out', async () => {
    const { page } = desk;
    await page.clock.install();
    const leaveAlone = async () => {
      await page.mouse.move(700, 300);
      await page.clock.fastForward('10:05');
      await page.locator('.idle-watch').waitFor();
    };
    for (const language of ['en', 'km'] as const) {
      await page.locator('.language-switch').click();
      await page.waitForSelector(`html[lang=${language}]`);
      await leaveAlone();
      await keepOpenToAll(page, `supervisor-idle-${language}`);
      await page.mouse.move(720, 320);
      await expect.poll(() => page.locator('.idle-watch').count()).toBe(0);
    }
    // [WIN12]
    const path = join(lab.folder, 'too-late.csv');
    const saving = await saveLater(desk.app, path);
    await page.locator('.rail button', { hasText: learnersTexts.title.km }).click();
    await button(bringInTexts.export.km).click();
    await button(bringInTexts['export.csv'].km).click();
    await expect.poll(saving.asked).toBe(true);
    await leaveAlone();
    await page.clock.fastForward('02:00');
    await page.locator('.choose-person__person').first().waitFor();
    await saving.answer();
    const refused = ['"name":"file.save"', '"code":"permission.denied"'];
    const isRefused = (line: string) => refused.every((part) => line.includes(part));
    await expect.poll(async () => (await lab.log('supervisor')).some(isRefused)).toBe(true);
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' });
    // [SUP9] A number that is told once stands there.
    await signInStaff(page, staffOf(lab, 'officer'));
    await page.locator('.rail button', { hasText: learnersTexts.title.km }).click();
    await row('សុខ ដារ៉ារិទ្ធ').click();
    await button(newSignInTexts.title.km).click();
    await page
      .getByLabel(newSignInTexts.why.km)
      .selectOption({ label: newSignInTexts['why.forgotten'].km });
    await button(newSignInTexts.give.km).click();
    await page.locator('.told__digits').waitFor();
    await leaveAlone();
    await page.getByText(deskTexts['idle.told'].km).waitFor();
    await keepOpenToAll(page, 'supervisor-idle-told');
    await page.clock.fastForward('02:00');
    await page.getByText(signInTexts.lost.km).waitFor();
    await keepOpenToAll(page, 'supervisor-who-lost');
    await signInStaff(page, staffOf(lab, 'officer'));
    await page.clock.fastForward('12:05');
    await page.locator('.choose-person__person').first().waitFor();
    expect(await page.getByText(signInTexts.lost.km).count()).toBe(0);
  });
});
