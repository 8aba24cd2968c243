import { filter, firstValueFrom, map } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { foldLearner } from '../../src/domain/fold/fold-learner.ts';
import type { AttendanceMark } from '../../src/shared/contracts/lab-attendance.ts';
import type { AttendanceView } from '../../src/shared/contracts/ipc/attendance-view.ts';
import { commandIdSchema, groupIdSchema, sittingIdSchema } from '../../src/shared/ids.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import { sealAttendanceMark } from '../../src/sync/envelope/sealed-documents.ts';
import { dara, officer, passphrase, sokha, technician } from '../factories/desk-people.ts';
import { ids, openedEvent, payloads } from '../factories/events.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import type { SupervisorWindow } from '../factories/station-window.ts';

const today = '2026-11-20';
const group = groupIdSchema.parse('gr-abcdefgh');
const random = seededRandomness(79);
const ask = { group: null, day: null, everybody: false, month: null };

async function openDesk(): Promise<Desk> {
  const desk = await stationDesk('supervisor');
  desk.hub.pull();
  desk.tellDate(today);
  return desk;
}

async function signedIn(desk: Desk, staff = officer): Promise<SupervisorWindow> {
  const window = supervisorWindow(await desk.start());
  await firstValueFrom(window.observe('staff', undefined).pipe(filter(({ ready }) => ready)));
  await window.call('staff.sign-in', { staff, passphrase });
  return window;
}

/** What the hub folded: sittings of ten minutes, each on its day. */
async function folded(desk: Desk, learner: LearnerId, days: readonly string[]): Promise<void> {
  const events = days.flatMap((date, at) => {
    const sitting = sittingIdSchema.parse(`si-${String(at).padStart(16, 'a')}`);
    return [payloads.started(sitting), payloads.ended(sitting)].map((payload, end) => {
      const event = openedEvent(payload, { seq: at * 2 + end + 1, date, learner });
      const clock = { ...event.envelope.clock, wallMs: (at * 60 + end * 10) * 60_000 };
      return { ...event, envelope: { ...event.envelope, clock } };
    });
  });
  const vector = { [`${ids.station}:${ids.store}`]: events.length };
  await desk.hub.putState(foldLearner(learner, events), vector);
}

async function said(desk: Desk, number: number, over: Partial<AttendanceMark>): Promise<void> {
  const mark: AttendanceMark = {
    learner: dara,
    group,
    day: today,
    word: { there: false, absence: 'work' },
    proposed: { there: false, minutes: 0, about: false },
    by: officer,
    on: today,
    why: null,
    ...over,
  };
  const command = commandIdSchema.parse(`cm-${String(number).padStart(16, '0')}`);
  const key = desk.people.keyOf(mark.learner);
  await desk.hub.putDirectory(sealAttendanceMark(100 + number, mark, command, { key, random }));
}

const sheetOf = (
  window: SupervisorWindow,
  is: (view: AttendanceView) => boolean,
): Promise<NonNullable<AttendanceView['sheet']>> =>
  firstValueFrom(
    window.observe('attendance', ask).pipe(
      filter(is),
      map(({ sheet }) => sheet),
      filter((sheet) => sheet !== null),
    ),
  );
const lineIn = (view: AttendanceView, who: LearnerId) =>
  view.sheet?.lines.find(({ learner }) => learner === who);

describe('attendance at a supervisor station', { timeout: 60_000 }, () => {
  it('[ATT1] [ATT2] proposes from what was folded, and shows what was confirmed with the name of who did', async () => {
    const desk = await openDesk();
    await folded(desk, sokha, [today]);
    await said(desk, 1, {});
    const window = await signedIn(desk);
    const sheet = await sheetOf(window, (view) => (lineIn(view, dara)?.said.length ?? 0) > 0);
    expect(sheet.lines).toMatchObject([
      { learner: dara, proposed: { there: false }, said: [{ byName: { km: 'ចាន់' } }] },
      { learner: sokha, proposed: { there: true, minutes: 10, about: false }, said: [] },
    ]);
  });

  it('[ATT6] [ATT5] tells at once that later records differ, and that it was corrected', async () => {
    const desk = await openDesk();
    await folded(desk, sokha, [today]);
    await said(desk, 1, {});
    const window = await signedIn(desk);
    await sheetOf(window, (view) => lineIn(view, dara)?.differs === false);
    // A station that was off-line brings a sitting.
    await folded(desk, dara, [today]);
    const differing = await sheetOf(window, (view) => lineIn(view, dara)?.differs === true);
    expect(differing.lines[0]).toMatchObject({
      learner: dara,
      proposed: { minutes: 10 },
      said: [{ word: { there: false, absence: 'work' } }],
    });
    const proposed = { there: true, minutes: 10, about: false } as const;
    await said(desk, 2, { word: proposed, proposed, why: 'recorded-later' });
    const corrected = await sheetOf(window, (view) => lineIn(view, dara)?.said.length === 2);
    expect(corrected.lines[0]).toMatchObject({ differs: false, said: [{}, { word: proposed }] });
  });

  it('[ATT10] shows nothing of whose key is gone', async () => {
    const desk = await openDesk();
    await folded(desk, sokha, [today]);
    await said(desk, 1, {});
    const window = await signedIn(desk);
    await sheetOf(window, (view) => lineIn(view, dara) !== undefined);
    const { keyring } = desk.people;
    const learners = keyring.learners.filter(({ learner }) => learner !== dara);
    await desk.takeKeyring({ ...keyring, learners });
    const sheet = await sheetOf(window, (view) => lineIn(view, dara) === undefined);
    expect(sheet.lines.map(({ learner }) => learner)).toEqual([sokha]);
  });

  it('[AUD1] leaves a trace before it is shown, once a sitting; who may not see it is shown nothing', async () => {
    const desk = await openDesk();
    await folded(desk, sokha, [today]);
    const window = await signedIn(desk);
    await sheetOf(window, () => true);
    await sheetOf(window, () => true);
    const looks = (await desk.recorded()).flatMap(({ payload }) =>
      payload.type === 'record.viewed' ? payload : [],
    );
    expect(looks).toMatchObject([
      { staff: officer, learner: null, part: 'list', reason: 'sheets' },
    ]);
    const other = await signedIn(desk, technician);
    await expect(firstValueFrom(other.observe('attendance', ask))).rejects.toMatchObject({
      code: 'permission.denied',
    });
  });

  it('[PRM5] shows an instructor the groups they teach, and nothing to confirm', async () => {
    const desk = await openDesk();
    await folded(desk, sokha, [today]);
    await desk.hub.putDirectory(desk.people.changedStaff(officer, { role: 'instructor' }));
    const window = await signedIn(desk);
    const none = await firstValueFrom(window.observe('attendance', ask));
    expect(none).toMatchObject({ groups: [], sheet: null });
    const own = { role: 'instructor', groups: [group] } as const;
    await desk.hub.putDirectory(desk.people.changedStaff(officer, { ...own, groups: [group] }));
    const sheet = await sheetOf(window, ({ groups }) => groups.length === 1);
    expect(sheet.lines).toHaveLength(2);
  });
});
