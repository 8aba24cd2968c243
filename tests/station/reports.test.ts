import { filter, firstValueFrom, map } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { foldLearner } from '../../src/domain/fold/fold-learner.ts';
import type { LearnerState } from '../../src/shared/contracts/documents/state.ts';
import type { ReportChoice } from '../../src/shared/contracts/ipc/report-views.ts';
import { dara, officer, passphrase, sokha, technician } from '../factories/desk-people.ts';
import { openedEvent, payloads } from '../factories/events.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import type { SupervisorWindow } from '../factories/station-window.ts';

async function officerAt() {
  const desk = await stationDesk('supervisor');
  desk.hub.pull();
  const window = supervisorWindow(await desk.start());
  await firstValueFrom(window.observe('staff', undefined).pipe(filter(({ ready }) => ready)));
  await window.call('staff.sign-in', { staff: officer, passphrase });
  return { desk, window };
}

const hours: ReportChoice = { kind: 'hours', groups: null, course: null, from: null, to: null };
const worked = (learner: typeof sokha, minutes: number): LearnerState => ({
  ...foldLearner(learner, [
    openedEvent(payloads.opened(), { learner, seq: 1 }),
    openedEvent(payloads.attempt('a', 'not-yet'), { learner, seq: 2 }),
  ]),
  timeHere: { days: { '2026-11-22': [minutes * 60_000, 0] }, months: {}, open: null },
});
const looks = async (desk: Desk) =>
  (await desk.recorded()).flatMap(({ payload }) =>
    payload.type === 'record.viewed' ? `${payload.part} ${payload.reason}` : [],
  );
const minutesIn = async (window: SupervisorWindow) => {
  const { report } = await window.call('report.make', hours);
  return report.rows.map((row) => row[3]);
};
/** What the list of learners shows has come to the station, and so has what reports are made of. */
const heard = (window: SupervisorWindow, attempts: number) =>
  firstValueFrom(
    window.observe('learners', undefined).pipe(
      map(({ learners }) => learners.reduce((sum, each) => sum + each.attempts, 0)),
      filter((sum) => sum === attempts),
    ),
  );

/** Reports as the window of a supervisor station gets them ([RPT1]–[RPT6]). */
describe('reports at a supervisor station', { timeout: 60_000 }, () => {
  it('[RPT5] are made of what has come of learners, and files are of the report that is shown', async () => {
    const { desk, window } = await officerAt();
    expect(await minutesIn(window)).toEqual([0, 0]);
    await desk.hub.putState(worked(sokha, 30), {});
    await heard(window, 1);
    const { number, report } = await window.call('report.make', hours);
    expect(report.totals?.[3]).toBe(30);
    await desk.hub.putState(worked(dara, 12), {});
    await heard(window, 2);
    const file = await window.call('report.file', { number, format: 'csv', language: 'en' });
    const text = Buffer.from(file.content, 'base64').toString('utf8');
    expect(text).toContain('"Total","","0","30","0"');
    expect(await minutesIn(window)).toEqual(expect.arrayContaining([30, 12]));
  });

  it('[RPT5] [AUD1] are on record, each file again', async () => {
    const { desk, window } = await officerAt();
    const { number } = await window.call('report.make', hours);
    await window.call('report.make', { ...hours, kind: 'help' });
    await expect(
      window.call('report.file', { number, format: 'csv', language: 'km' }),
    ).rejects.toMatchObject({ code: 'report.changed' });
    const next = await window.call('report.make', hours);
    await window.call('report.file', { number: next.number, format: 'page', language: 'km' });
    await window.call('report.file', { number: next.number, format: 'xlsx', language: 'km' });
    expect(await looks(desk)).toEqual([
      'list report',
      'print report',
      'print report',
      'print report',
    ]);
  });

  it('[RPT5] [ERA1] are not given out once somebody in them is not here any more', async () => {
    const { desk, window } = await officerAt();
    const { number } = await window.call('report.make', hours);
    await desk.hub.putDirectory(desk.people.changed(dara, { disabled: true }));
    await firstValueFrom(
      window
        .observe('learners', undefined)
        .pipe(filter(({ learners }) => learners.some(({ disabled }) => disabled))),
    );
    const asked = { number, format: 'csv', language: 'km' } as const;
    await expect(window.call('report.file', asked)).rejects.toMatchObject({
      code: 'report.changed',
    });
    const again = await window.call('report.make', hours);
    const file = await window.call('report.file', { ...asked, number: again.number });
    expect(Buffer.from(file.content, 'base64').toString('utf8')).not.toContain('តារា');
  });

  it('[RPT5] are nobody’s to ask for who may not see learners, nor those of who sat here before', async () => {
    const { window } = await officerAt();
    const { number } = await window.call('report.make', hours);
    await window.call('staff.sign-out', undefined);
    await window.call('staff.sign-in', { staff: technician, passphrase });
    const denied = { code: 'permission.denied' };
    await expect(window.call('report.make', hours)).rejects.toMatchObject(denied);
    const asked = { number, format: 'csv', language: 'km' } as const;
    await expect(window.call('report.file', asked)).rejects.toMatchObject(denied);
    await window.call('staff.sign-in', { staff: officer, passphrase });
    await expect(window.call('report.file', asked)).rejects.toMatchObject({
      code: 'report.changed',
    });
  });
});
