import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOfKind } from '../../src/domain/audit/kind-words.ts';
import { auditTexts } from '../../src/renderer/i18n/texts/supervisor/audit.ts';
import { deedTexts } from '../../src/renderer/i18n/texts/supervisor/deeds.ts';
import { deskTexts } from '../../src/renderer/i18n/texts/supervisor/desk.ts';
import { learnersTexts } from '../../src/renderer/i18n/texts/supervisor/learners.ts';
import { recordDeedsTexts } from '../../src/renderer/i18n/texts/supervisor/record-deeds.ts';
import { secondPersonTexts } from '../../src/renderer/i18n/texts/supervisor/second-person.ts';
import { troubleTexts } from '../../src/renderer/i18n/texts/supervisor/troubles.ts';
import { kioskSignInTexts } from '../../src/renderer/i18n/texts/kiosk/sign-in.ts';
import { keepOpenToAll } from './barriers.ts';
import { saveAs } from './file-hand.ts';
import { kioskSizes, misfits, resizeTo } from './fitting.ts';
import { answerOnScreen, signInOnScreen } from './learner-hand.ts';
import { jumpTo } from './lesson-jump.ts';
import { lookAtDesk, signInStaff, signOutStaff, signSecond, staffOf } from './staff-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const say = recordDeedsTexts;
const erasedLearner = new RegExp(
  auditTexts['erased.learner'].km.replace('{id}', 'ln-[a-z0-9]{12}'),
);

/** What is done about one learner's record, by an officer and a site manager, while the learner sits there. */
describe('two of the staff and a learner’s record', () => {
  let lab: TestLab;
  let hub: Awaited<ReturnType<TestLab['startHub']>>;
  let desk: OpenWindow;
  let kiosk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(1);
    hub = await lab.startHub();
    [kiosk, desk] = await Promise.all([lab.openWindow('station-1'), lab.openWindow('supervisor')]);
    await signInOnScreen(kiosk.page, learner());
    const letters = ['org.rean.khmer-letters', 'letters-ka-kha-ko-ta'] as const;
    await answerOnScreen(kiosk.page, await jumpTo(kiosk.page, ...letters, 'type-first-of-cow'));
    await kiosk.page.waitForSelector('.lesson-done');
    await signInStaff(desk.page, officer());
    await openLearner();
  });
  afterAll(() => lab.remove());

  const officer = () => staffOf(lab, 'officer');
  const manager = () => staffOf(lab, 'site-manager');
  const learner = () => {
    const [first] = lab.signIns.learners;
    if (first === undefined) throw new Error('There are no demo learners.');
    return first;
  };
  const button = (name: string) => desk.page.getByRole('button', { name, exact: true });
  const text = (words: string) => desk.page.getByText(words);
  // Not the skills, which its many items have mastered too.
  const doneLessons = () => desk.page.locator('ol.course__lessons > .course__lesson--done').count();

  async function openLearner() {
    await desk.page.locator('.rail button', { hasText: learnersTexts.title.km }).click();
    await desk.page.locator('.learner-line', { hasText: learner().name.km }).click();
    await button(say['print.label'].km).waitFor();
  }

  it('[COR3] [PRM4] correct it: what counts beside what was recorded, signed by both', async () => {
    await expect.poll(doneLessons).toBe(1);
    await button(say['correct.label'].km).click();
    await desk.page.locator('.record-deed__lessons').waitFor();
    await lookAtDesk(desk, 'supervisor-correct');
    await desk.page
      .locator('.record-deed__lessons button', { hasText: say['state.done'].km })
      .click();
    await lookAtDesk(desk, 'supervisor-correct-why');
    await button(say['reason.helped'].km).click();
    await lookAtDesk(desk, 'supervisor-second-person');
    await text(say['reason.helped'].km).waitFor();
    await signSecond(desk.page, { ...manager(), passphrase: 'wrong' });
    await text(troubleTexts.wrong.what.km).waitFor();
    await lookAtDesk(desk, 'supervisor-second-person-wrong');
    await signSecond(desk.page, manager());
    await text(say['correct.came'].km).waitFor();
    await button(say.close.km).click();
    await expect.poll(doneLessons).toBe(0);
    await button(say['correct.label'].km).click();
    await text(say['reason.helped'].km).waitFor();
    await lookAtDesk(desk, 'supervisor-corrected');
    await button(say['correct.withdraw'].km).click();
    await signSecond(desk.page, manager());
    await text(say['correct.came'].km).waitFor();
    await button(say.close.km).click();
    await expect.poll(doneLessons).toBe(1);
  });

  it('[OWN2] [PRN1] print it where the officer says', async () => {
    const path = join(lab.folder, 'their-record.pdf');
    await saveAs(desk.app, path);
    await button(say['print.label'].km).click();
    await lookAtDesk(desk, 'supervisor-record-print');
    await button(say['print.make'].km).click();
    await desk.page.getByText('their-record.pdf').waitFor();
    const pdf = await readFile(path);
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(pdf.toString('latin1')).toMatch(/\/Type\s*\/Page\b/);
    await button(say.close.km).click();
  });

  it('[ERA6] keep it: the manager sets a hold, and nobody can erase until it is lifted', async () => {
    await signOutStaff(desk.page);
    await signInStaff(desk.page, manager());
    await openLearner();
    await button(say['hold.label'].km).click();
    await button(say['reason.court'].km).waitFor();
    await lookAtDesk(desk, 'supervisor-hold');
    await button(say['reason.court'].km).click();
    await text(say['hold.came'].km).waitFor();
    await button(say.close.km).click();
    await button(say['erase.label'].km).click();
    await text(say['erase.held'].km).waitFor();
    expect(await button(say['reason.asked'].km).count()).toBe(0);
    await lookAtDesk(desk, 'supervisor-erase-held');
    await button(deedTexts.back.km).click();
    await button(say['hold.label'].km).click();
    await button(say['reason.ended'].km).click();
    await text(say['lift.came'].km).waitFor();
    await button(say.close.km).click();
  });

  it('[PRM4] say that there is nobody to second a manager where there is one only', async () => {
    await button(say['erase.label'].km).click();
    await button(say['reason.asked'].km).click();
    await text(secondPersonTexts.nobody.km).waitFor();
    expect(await button(secondPersonTexts.sign.km).count()).toBe(0);
    await signOutStaff(desk.page);
  });

  it('[ERA8] [ERA9] erase it: the learner’s sitting ends, and where the key is left is told', async () => {
    await signInStaff(desk.page, officer());
    await openLearner();
    await button(say['erase.label'].km).click();
    await button(say['reason.asked'].km).waitFor();
    await lookAtDesk(desk, 'supervisor-erase');
    await button(say['reason.asked'].km).click();
    await lookAtDesk(desk, 'supervisor-erase-will');
    await signSecond(desk.page, manager());
    await text(say['erased.title'].km).waitFor();
    await lookAtDesk(desk, 'supervisor-erased');
    const seat = () => kiosk.app.windows().at(-1) ?? kiosk.page;
    await seat().locator('.taken').waitFor();
    for (const language of ['en', 'km']) {
      await seat().locator('.language-switch').click();
      await seat().waitForSelector(`html[lang=${language}]`);
      for (const size of kioskSizes) {
        await resizeTo({ ...kiosk, page: seat() }, size);
        expect(await misfits(seat())).toEqual([]);
        await keepOpenToAll(seat(), `taken-${language}-${size.width}`);
      }
    }
    await seat().getByRole('button', { name: kioskSignInTexts['taken.seen'].km }).click();
    await seat().locator('.who__person').first().waitFor();
    expect(await seat().locator('.who__person', { hasText: learner().name.km }).count()).toBe(0);
    await button(say.close.km).click();
    const line = desk.page.locator('.learner-line', { hasText: learner().name.km });
    await expect.poll(() => line.count()).toBe(0);
    await signOutStaff(desk.page);
  });

  const trailRows = () => desk.page.locator('.audit__line');
  const kind = (name: string) => wordsOfKind(name).km;

  it('[AUD5] leave a trail that the manager reads, by kind and by person', async () => {
    await signInStaff(desk.page, manager());
    await desk.page.locator('.rail button', { hasText: deskTexts['place.audit'].km }).click();
    await trailRows().first().waitFor();
    await lookAtDesk(desk, 'supervisor-audit');
    await desk.page.getByLabel(auditTexts['filter.kind'].km).selectOption('learner.erased');
    await expect.poll(() => trailRows().count()).toBe(1);
    expect(await trailRows().textContent()).toContain(officer().name.km);
    expect(await trailRows().textContent()).toContain(say['reason.asked'].km);
    expect(await trailRows().textContent()).toMatch(erasedLearner);
    const month = desk.page.getByLabel(auditTexts['filter.month'].km);
    await month.selectOption({ index: 1 });
    await expect.poll(() => trailRows().count()).toBe(1);
    await month.selectOption({ index: 2 });
    await text(auditTexts.none.km).waitFor();
    await month.selectOption({ index: 1 });
    await trailRows().locator('button').click();
    await lookAtDesk(desk, 'supervisor-audit-entry');
    expect(await desk.page.locator('.audit__entry').textContent()).toContain(manager().name.km);
    await month.selectOption('');
    await desk.page.getByLabel(auditTexts['filter.kind'].km).selectOption('');
    await desk.page.getByLabel(auditTexts['filter.person'].km).fill(manager().name.km);
    await desk.page.locator('.audit__offered button').first().click();
    const both = desk.page.locator('.audit__line', { hasText: kind('record.corrected') });
    await expect.poll(() => both.count()).toBe(2);
  });

  it('[ERA8] see who was erased, where the key is, and say how long records are kept', async () => {
    await button(auditTexts['tab.kept'].km).click();
    await desk.page.getByRole('heading', { name: auditTexts['erased.title'].km }).waitFor();
    await desk.page.getByLabel(auditTexts['kept.worked'].km).selectOption('24');
    await button(auditTexts['kept.save'].km).click();
    await text(auditTexts['kept.saved'].km).waitFor();
    await lookAtDesk(desk, 'supervisor-kept');
    expect(await desk.page.locator('.audit__list').last().textContent()).toMatch(erasedLearner);
  });

  it('[ERA5] see who is due, by the hub’s date of three years on', async () => {
    await desk.page.getByLabel(auditTexts['kept.unused'].km).selectOption('12');
    await button(auditTexts['kept.save'].km).click();
    await text(auditTexts['kept.saved'].km).waitFor();
    await hub.stop();
    hub = await lab.startHub(3 * 366 * 86_400_000);
    await button(auditTexts['tab.month'].km).click();
    await button(auditTexts['tab.kept'].km).click();
    const due = desk.page.locator('.audit__list').first().locator('li');
    await expect.poll(() => due.count(), { timeout: 30_000 }).toBeGreaterThan(1);
    await lookAtDesk(desk, 'supervisor-due');
    await due.first().locator('button').click();
    await desk.page.locator('.place__panel').waitFor();
  });

  it('[AUD4] [AUD5] count a month and save it as one page', async () => {
    await button(auditTexts['tab.month'].km).click();
    await button(auditTexts['month.show'].km).click();
    await desk.page.locator('.audit__counts').waitFor();
    await lookAtDesk(desk, 'supervisor-audit-month');
    await button(auditTexts['month.save'].km).click();
    await text('their-record.pdf').waitFor();
    const pdf = await readFile(join(lab.folder, 'their-record.pdf'));
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});
