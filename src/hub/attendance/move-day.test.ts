import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { appointSigner, carryOut } from '../../../tests/factories/staff-signers.ts';
import { dateAfter } from '../../domain/timetable/days.ts';
import { groupIdSchema } from '../../shared/ids.ts';
import type { GroupId, LearnerId } from '../../shared/ids.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import type { Hub } from '../hub.ts';
import { printedRecord } from '../record/record-about.ts';
import { attendanceMarks } from './attendance-marks.ts';

let lab: HubLab;
let hub: Hub;
let officer: CommandSigner;
let manager: CommandSigner;
let group: GroupId;
let [first, second]: LearnerId[] = [];
/** The lab's date as the hub's clock shows it, which is right. */
let today: string;
/** A year ahead, as somebody confirmed it. */
let wrong: string;

const here = { there: true, minutes: 40, about: false } as const;
const done = { result: 'done' };
const say = (type: string, input: object, by = officer, reason = '') =>
  carryOut(hub, { type, input, as: lab.station(0), by: [by], ...(reason && { reason }) });
const confirm = (learner: LearnerId | undefined, day: string) =>
  say('attendance.confirm', { group, day, lines: [{ learner, word: here, proposed: here }] });
const move = (from: string, to: string, by = manager) => say('lab-day.move', { from, to }, by);

async function daysOf(learner: LearnerId | undefined): Promise<readonly string[]> {
  const key = learner === undefined ? null : hub.parts.registry.learnerKey(learner);
  if (learner === undefined || key === null) throw new Error('no key');
  const marks = await attendanceMarks(hub.parts.office, learner, key);
  return marks.map(({ day }) => day);
}

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['supervisor'], learners: 2 });
  hub = await lab.open();
  officer = await appointSigner(hub, { role: 'officer' });
  manager = await appointSigner(hub, { role: 'site-manager' });
  const [known] = await hub.parts.office.directory.all('group:');
  group = groupIdSchema.parse(known?.type === 'group' ? known.group : '');
  [first, second] = [lab.learner(0), lab.learner(1)];
  today = hub.parts.office.labDate;
  wrong = dateAfter(today, 365);
  await say('lab-day.confirm', { date: wrong, minute: 600 });
  await confirm(first, wrong);
  await say('lab-day.confirm', { date: today, minute: 600 });
}, 60_000);
afterAll(() => hub.close());

describe('[ATT12] a lab day that was confirmed wrong', () => {
  it('is moved by who reaches all groups, to a day that a sheet can be of, and not today', async () => {
    const elsewhere = await appointSigner(hub, { role: 'officer', scopes: ['women'] });
    expect(await move(wrong, today, elsewhere)).toMatchObject({ code: 'permission.denied' });
    for (const [from, to] of [
      [today, dateAfter(today, -1)],
      [wrong, wrong],
      [wrong, dateAfter(today, 1)],
      [wrong, dateAfter(today, -63)],
    ] as const) {
      expect(await move(from, to)).toMatchObject({ code: 'lab-day.near' });
    }
    expect(await daysOf(first)).toEqual([wrong]);
  });

  it('is not moved where anybody has a word on the right day, too', async () => {
    const clash = dateAfter(today, -2);
    expect(await confirm(first, clash)).toMatchObject(done);
    expect(await move(wrong, clash)).toMatchObject({ code: 'lab-day.clash', facts: { count: 1 } });
  });

  it('counts as the right one from then on, by one record in the name of whoever did it', async () => {
    expect(await move(wrong, today)).toMatchObject(done);
    expect(await daysOf(first)).toContain(today);
    expect(await daysOf(first)).not.toContain(wrong);
    const about = { person: lab.learner(0), kind: 'lab-day.moved' };
    expect((await hub.parts.trail.page(about, null)).rows).toMatchObject([{ by: manager.staff }]);
    const [document] = await hub.parts.office.directory.all(`attendance:${first}:${wrong}`);
    expect(document).toBeDefined();
    expect(await printedRecord(hub.parts, lab.learner(0))).toMatchObject({
      attendance: { days: 2, minutes: 80 },
    });
    expect(await verifyAudit(hub.parts, [])).toMatchObject({ fault: null });
  });

  it('[ATT2] [ATT5] is confirmed there once, and corrected there', async () => {
    expect(await confirm(first, today)).toMatchObject({ code: 'attendance.changed' });
    expect(await confirm(second, today)).toMatchObject(done);
    const away = { learner: first, word: { there: false, absence: 'work' }, proposed: here };
    const reason = 'wrongly-marked';
    expect(await say('attendance.correct', { ...away, day: wrong }, officer, reason)).toMatchObject(
      {
        code: 'attendance.none',
      },
    );
    const right = { ...away, day: today };
    expect(await say('attendance.correct', right, officer, reason)).toMatchObject(done);
    expect((await daysOf(first)).filter((day) => day === today)).toHaveLength(2);
  });

  it('may be one of the last 62: officers move it, and move it back, by a record each', async () => {
    const [near, right] = [dateAfter(today, -10), dateAfter(today, -11)];
    expect(await confirm(second, near)).toMatchObject(done);
    expect(await move(near, right, officer)).toMatchObject(done);
    expect(await daysOf(second)).toContain(right);
    expect(await daysOf(second)).not.toContain(near);
    const [document] = await hub.parts.office.directory.all(`moved-day:${near}`);
    expect(document).toMatchObject({ on: today, by: officer.staff });
    expect(await move(near, right, officer)).toMatchObject({ code: 'lab-day.near' });
    expect(await move(near, near, officer)).toMatchObject(done);
    expect(await daysOf(second)).toContain(near);
    expect(await daysOf(second)).not.toContain(right);
    expect(await verifyAudit(hub.parts, [])).toMatchObject({ fault: null });
  });

  it('is a day like any other once it has come itself', async () => {
    await say('lab-day.confirm', { date: wrong, minute: 600 });
    expect(await confirm(first, wrong)).toMatchObject(done);
    expect(await daysOf(first)).toContain(wrong);
  });
});
