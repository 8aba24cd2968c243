import { readFile, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import { attendanceTexts } from '../../src/renderer/i18n/texts/supervisor/attendance.ts';
import { deskTexts } from '../../src/renderer/i18n/texts/supervisor/desk.ts';
import { formTexts } from '../../src/renderer/i18n/texts/supervisor/forms.ts';
import type { DemoSignIns } from '../../src/hub/demo/demo-site.ts';
import { saveAs } from './file-hand.ts';
import { kioskHand } from './kiosk-hand.ts';
import { lookAtKiosk } from './kiosk-look.ts';
import { pieceHand } from './piece-hand.ts';
import { lookAtDesk, signInStaff, staffOf } from './staff-hand.ts';
import { openTestLab, root } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const patience = { timeout: 30_000 };

/** An officer confirms who was in the lab, and is told by what came later. */
describe('attendance of a group', () => {
  let lab: TestLab;
  let kiosk: OpenWindow;
  let desk: OpenWindow;
  let present: DemoSignIns['learners'][number];
  let late: DemoSignIns['learners'][number];

  beforeAll(async () => {
    lab = await openTestLab(1);
    await lab.startHub();
    const [first, ...others] = lab.signIns.learners;
    const mate = others.find(({ group }) => group.km === first?.group.km);
    if (first === undefined || mate === undefined) throw new Error('There are no demo learners.');
    [present, late] = [first, mate];
    [desk, kiosk] = await Promise.all([lab.openWindow('supervisor'), lab.openWindow('station-1')]);
    await sitDown(present);
    await signInStaff(desk.page, staffOf(lab, 'officer'));
    await desk.page.locator('.rail button', { hasText: deskTexts['place.attendance'].km }).click();
    await desk.page.locator('.attendance__which').waitFor(patience);
  });
  afterAll(() => lab.remove());

  const sitDown = (learner: typeof present) =>
    vi.waitFor(() => kioskHand.signIn(kiosk.page, learner), { timeout: 30_000, interval: 300 });
  const button = (name: string) => desk.page.getByRole('button', { name, exact: true });
  const line = (learner: typeof present) =>
    desk.page.locator('.attendance__sheet tbody tr', { hasText: learner.name.km });
  const stands = (learner: typeof present, state: string) =>
    line(learner).locator(`.attendance__stands[data-state="${state}"]`).waitFor(patience);

  it('[ATT1] [ATT4] proposes who sits there as present, and who does not as absent', async () => {
    await desk.page
      .getByLabel(attendanceTexts.group.km, { exact: true })
      .selectOption({ label: present.group.km });
    await line(present).locator('[data-state="proposed"]').waitFor(patience);
    expect(await line(present).getAttribute('data-there')).toBe('true');
    expect(await line(late).getAttribute('data-there')).toBe('false');
    await lookAtDesk(desk, 'supervisor-attendance');
  });

  it('[ATT2] is changed by hand and confirmed in one act', async () => {
    await line(present).locator('input').fill('៤៥');
    await stands(present, 'by-hand');
    await line(late).locator('select').selectOption({ label: attendanceTexts['absence.work'].km });
    await desk.page.locator('.attendance__foot .button--next').click();
    await desk.page.getByText(attendanceTexts['confirm.done'].km).waitFor(patience);
    await stands(present, 'confirmed');
    expect(await line(late).textContent()).toContain(attendanceTexts['absence.work'].km);
  });

  it('[ATT6] says what differs once records come that say otherwise, and changes nothing', async () => {
    kiosk = await pieceHand.signOut(kiosk);
    await sitDown(late);
    await stands(late, 'differs');
    expect(await line(late).getAttribute('data-there')).toBe('false');
    await line(late).locator('th button').click();
    await desk.page.locator('.attendance__said li').waitFor();
    await lookAtDesk(desk, 'supervisor-attendance-line');
  });

  it('[ATT5] is corrected by a new record; what was said before stays to be seen', async () => {
    await desk.page
      .getByLabel(formTexts.why.km, { exact: true })
      .selectOption({ label: attendanceTexts['correct.recorded-later'].km });
    await button(attendanceTexts['correct.do'].km).click();
    await desk.page.locator('.attendance__said li').nth(1).waitFor(patience);
    expect(await desk.page.locator('.attendance__said li').allTextContents()).toMatchObject([
      expect.stringContaining(attendanceTexts['absence.work'].km),
      expect.stringContaining(attendanceTexts['correct.recorded-later'].km),
    ]);
    await stands(late, 'corrected');
    await lookAtDesk(desk, 'supervisor-attendance-history');
  });

  it('[OWN1] is told to the learner in their own record, as it was confirmed', async () => {
    const { page } = kiosk;
    await page.locator('.record-card', { hasText: kioskTexts['home.record'].km }).click();
    const confirmed = page.locator('.record__confirmed');
    await confirmed.waitFor(patience);
    expect(await confirmed.textContent()).toContain('១');
    expect(await lookAtKiosk(kiosk, 'record-confirmed')).toEqual([]);
  });

  it('[ATT9] is put on paper, a day and a month', async () => {
    const kept = join(root, '.artefacts/screenshots');
    await mkdir(kept, { recursive: true });
    for (const span of ['day', 'month'] as const) {
      await button(attendanceTexts[`span.${span}`].km).click();
      await desk.page
        .locator(`[data-screen="attendance${span === 'month' ? '-month' : ''}"] table`)
        .waitFor();
      const path = join(lab.folder, `${span}.pdf`);
      await saveAs(desk.app, path);
      await button(attendanceTexts.print.km).click();
      await desk.page.getByText(`${span}.pdf`).waitFor(patience);
      const pdf = await readFile(path);
      expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
      await copyFile(path, join(kept, `attendance-${span}.pdf`));
    }
    await lookAtDesk(desk, 'supervisor-attendance-month');
  });

  it('[ATT4] has no sheet on a day of nobody, until it is filled in by hand', async () => {
    await button(attendanceTexts['span.day'].km).click();
    const other = lab.signIns.learners.find(({ group }) => group.km !== present.group.km);
    await desk.page
      .getByLabel(attendanceTexts.group.km, { exact: true })
      .selectOption({ label: other?.group.km ?? '' });
    await desk.page.locator('[data-screen="attendance-nobody"]').waitFor(patience);
    await lookAtDesk(desk, 'supervisor-attendance-nobody');
    await button(attendanceTexts['nobody.fill'].km).click();
    const lines = desk.page.locator('.attendance__sheet tbody tr');
    await expect.poll(() => lines.count(), patience).toBeGreaterThan(0);
    expect(await lines.first().getAttribute('data-there')).toBe('false');
  });
});
