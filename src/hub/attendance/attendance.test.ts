import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import {
  appointSigner,
  carryOut,
  command,
  signedCommand,
} from '../../../tests/factories/staff-signers.ts';
import { standingMark } from '../../domain/attendance/standing-mark.ts';
import type { AttendanceWord, Proposed } from '../../shared/contracts/lab-attendance.ts';
import type { GroupId, LearnerId } from '../../shared/ids.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { JournalReplay } from '../backup/replay-journal.ts';
import { eraseLearner } from '../erasure/erase-learner.ts';
import type { Hub } from '../hub.ts';
import { labDateAt } from '../lab-day.ts';
import { createGroup } from '../office/people.ts';
import { importLearners } from '../office/learners.ts';
import { attendanceMarks } from './attendance-marks.ts';

let lab: HubLab;
let hub: Hub;
let officer: CommandSigner;
let group: GroupId;
let learners: readonly LearnerId[];

const year = 2026;
const proposed: Proposed = { there: true, minutes: 40, about: false };
const here: AttendanceWord = { there: true, minutes: 40, about: false };
const away: AttendanceWord = { there: false, absence: 'work' };

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['supervisor'] });
  hub = await lab.open();
  officer = await appointSigner(hub, { role: 'officer' });
}, 60_000);
afterAll(() => hub.close());

// Each test has a group and learners of its own.
beforeEach(async () => {
  ({ group, learners } = await newGroup(3));
});

async function newGroup(people: number, scope: 'men' | 'women' = 'women') {
  const { office } = hub.parts;
  const of = await createGroup(office, { name: { km: 'ក្រុម' }, symbol: 'lotus', scope });
  const rows = Array.from({ length: people }, (_, at) => ({
    name: { km: `សុខា ${at}` },
    sex: scope === 'men' ? ('male' as const) : ('female' as const),
    birthYear: null,
    group: of,
    language: 'km' as const,
    twin: true,
  }));
  const asked = { asker: {}, misfitKnown: true, year };
  const { added } = await importLearners(office, { added: rows, changed: [] }, asked);
  return { group: of, learners: added.map(({ learner }) => learner) };
}

const today = () => labDateAt(lab.clock.wallMs());
const daysAgo = (days: number) => labDateAt(lab.clock.wallMs() - days * 86_400_000);
const lineOf = (learner: LearnerId, word: AttendanceWord = here) => ({ learner, word, proposed });
const confirming = (over: Readonly<Record<string, unknown>> = {}, by = officer) => ({
  type: 'attendance.confirm',
  input: { group, day: today(), lines: learners.map((each) => lineOf(each)), ...over },
  as: lab.station(0),
  by: [by],
});
const correcting = (
  learner: LearnerId | undefined,
  word: AttendanceWord,
  { by = officer, reason = 'wrongly-marked', now = proposed } = {},
) => ({
  type: 'attendance.correct',
  input: { learner, day: today(), word, proposed: now },
  as: lab.station(0),
  by: [by],
  reason,
});
const printing = (of: string, by = officer) => ({
  type: 'attendance.print',
  input: { group, of, learners: [...learners] },
  as: lab.station(0),
  by: [by],
});

async function marks(learner: LearnerId | undefined) {
  const { keyring } = await hub.parts.office.readKeyring();
  const key = keyring.learners.find((each) => each.learner === learner)?.key;
  if (learner === undefined || key === undefined) throw new Error('no key');
  return attendanceMarks(hub.parts.office, learner, key);
}

async function documents(learner: LearnerId | undefined) {
  return hub.parts.office.directory.all(`attendance:${learner}:`);
}

function first(): LearnerId {
  const [learner] = learners;
  if (learner === undefined) throw new Error('nobody');
  return learner;
}

const done = { result: 'done' };

describe('[ATT2] a sheet that is confirmed', () => {
  it('is one word a learner, sealed with their key, in a journal that keeps who signed', async () => {
    const lines = learners.map((each, at) => lineOf(each, at === 0 ? away : here));
    expect(await carryOut(hub, confirming({ lines }))).toMatchObject(done);
    expect(await marks(learners[0])).toMatchObject([
      { group, day: today(), word: away, proposed, by: officer.staff, on: today(), why: null },
    ]);
    const [document] = await documents(learners[0]);
    expect(JSON.stringify(document)).not.toMatch(/work|of-/);
    const facts = await hub.parts.office.factsAfter(0, ['attendance.confirmed']);
    const { payload } = facts.at(-1) ?? {};
    expect(payload).toMatchObject({ by: officer.staff, command: { type: 'attendance.confirm' } });
    // Nothing of a learner can be guessed from the hash of what was signed ([CMD4]).
    expect(payload?.command?.salt).toBeUndefined();
    const about = { person: first(), kind: 'attendance.confirmed' };
    expect((await hub.parts.trail.page(about, null)).rows).toHaveLength(1);
    expect(await verifyAudit(hub.parts, [])).toMatchObject({ fault: null });
  });

  it('[CMD3] is confirmed once, though it is sent twice, and by one of two who do at once', async () => {
    const signed = await signedCommand(hub, confirming());
    expect(await command(hub, lab.station(0), signed)).toMatchObject(done);
    expect(await command(hub, lab.station(0), signed)).toMatchObject(done);
    expect(await carryOut(hub, confirming())).toMatchObject({ code: 'attendance.changed' });
    const next = { day: daysAgo(1) };
    const two = [
      await signedCommand(hub, confirming(next)),
      await signedCommand(hub, confirming(next)),
    ];
    const both = await Promise.all(two.map((each) => command(hub, lab.station(0), each)));
    expect(both.map(({ result }) => result).toSorted()).toEqual(['done', 'refused']);
    expect(await marks(learners[0])).toHaveLength(2);
  });

  it('is of the last 62 days, never of one to come', async () => {
    for (const day of [daysAgo(-1), daysAgo(63)]) {
      expect(await carryOut(hub, confirming({ day }))).toMatchObject({ code: 'attendance.day' });
    }
    expect(await carryOut(hub, confirming({ day: daysAgo(62) }))).toMatchObject(done);
  });

  it('is refused whole where anybody is confirmed already, gone, of another group, or there twice', async () => {
    const others = await newGroup(1);
    const bad = [
      [...learners, ...others.learners],
      [...learners, ...learners.slice(0, 1)],
      [...learners, 'ln-zzzzzzzzzzzz'],
    ];
    for (const each of bad) {
      const lines = each.map((learner) => ({ learner, word: here, proposed }));
      expect(await carryOut(hub, confirming({ lines }))).toMatchObject({
        code: 'attendance.changed',
      });
    }
    expect(await carryOut(hub, confirming({ lines: [lineOf(first())] }))).toMatchObject(done);
    expect(await carryOut(hub, confirming())).toMatchObject({ code: 'attendance.changed' });
    expect(await documents(learners[1])).toEqual([]);
    // Those who are left can be confirmed.
    const rest = learners.slice(1).map((each) => lineOf(each));
    expect(await carryOut(hub, confirming({ lines: rest }))).toMatchObject(done);
  });

  it('[PRM1] is for officers and site managers of its scope; a reason says nothing of law or health', async () => {
    const refused = { code: 'permission.denied' };
    const men = await appointSigner(hub, { role: 'officer', scopes: ['men'] });
    const teaching = await appointSigner(hub, { role: 'instructor', groups: [group] });
    const technician = await appointSigner(hub, { role: 'technician' });
    for (const by of [men, teaching, technician]) {
      expect(await carryOut(hub, confirming({}, by))).toMatchObject(refused);
      expect(await carryOut(hub, correcting(learners[0], away, { by }))).toMatchObject(refused);
      expect(await carryOut(hub, printing(today(), by))).toMatchObject(refused);
    }
    const hostile = [
      { there: false, absence: 'sick' },
      { there: false, absence: 'court' },
      { there: false },
      { there: true, minutes: -1, about: false },
      { there: true, minutes: 1441, about: false },
      { there: true, minutes: 4, about: false, note: 'ឈឺ' },
    ];
    for (const word of hostile) {
      const lines = learners.map((learner) => ({ learner, word, proposed }));
      expect(await carryOut(hub, confirming({ lines }))).toMatchObject({ code: 'shape.invalid' });
    }
    const manager = await appointSigner(hub, { role: 'site-manager' });
    expect(await carryOut(hub, confirming({}, manager))).toMatchObject(done);
  });
});

describe('[ATT5] a correction', () => {
  it('is a new record that holds; what was confirmed stays as it was', async () => {
    await carryOut(hub, confirming());
    const [before] = await documents(learners[0]);
    expect(await carryOut(hub, correcting(learners[0], away))).toMatchObject(done);
    const after = await documents(learners[0]);
    expect(after).toHaveLength(2);
    expect(after).toContainEqual(before);
    const said = await marks(learners[0]);
    expect(standingMark(said)).toMatchObject({ word: away, why: 'wrongly-marked', group });
    // Back again: a third record.
    expect(await carryOut(hub, correcting(learners[0], here))).toMatchObject(done);
    expect(standingMark(await marks(learners[0]))).toMatchObject({ word: here });
    expect(await documents(learners[0])).toHaveLength(3);
  });

  it('[ATT7] counts in the printed record, where nothing unconfirmed does', async () => {
    const asked = {
      type: 'record.print',
      input: { learner: first() },
      as: lab.station(0),
      by: [officer],
    };
    await carryOut(hub, confirming());
    await carryOut(hub, confirming({ day: daysAgo(1) }));
    await carryOut(hub, correcting(first(), away));
    expect(await carryOut(hub, asked)).toMatchObject({
      output: { attendance: { days: 1, minutes: 40, about: false } },
    });
  });

  it('has a reason from a list, something to correct, and says something new', async () => {
    expect(await carryOut(hub, correcting(learners[0], away))).toMatchObject({
      code: 'attendance.none',
    });
    await carryOut(hub, confirming());
    expect(await carryOut(hub, correcting(learners[0], here))).toMatchObject({
      code: 'attendance.pointless',
    });
    const reason = 'គាត់ឈឺ';
    expect(await carryOut(hub, correcting(learners[0], away, { reason }))).toMatchObject({
      code: 'shape.invalid',
    });
    // [ATT6] The same word, once records came that said otherwise: somebody has looked.
    const now = { ...proposed, minutes: 90 };
    const looked = correcting(learners[0], here, { reason: 'recorded-later', now });
    expect(await carryOut(hub, looked)).toMatchObject(done);
  });
});

describe('[ATT9] attendance on paper', () => {
  it('stands in the trail of everybody whose name is on it', async () => {
    expect(await carryOut(hub, printing(today().slice(0, 7)))).toMatchObject(done);
    const about = { person: first(), kind: 'attendance.printed' };
    expect((await hub.parts.trail.page(about, null)).rows).toMatchObject([{ by: officer.staff }]);
    expect(await carryOut(hub, printing('2026-13'))).toMatchObject({ code: 'shape.invalid' });
  });
});

describe('[ATT10] what was confirmed', () => {
  it('goes with an erasure, and comes again with nothing', async () => {
    await carryOut(hub, confirming());
    const learner = first();
    const acting = { by: 'console', who: 'សុខ', second: { name: 'ចាន់' } } as const;
    await eraseLearner(hub.parts, learner, 'left', acting);
    expect(await documents(learner)).toEqual([]);
    expect(await documents(learners[1])).toHaveLength(1);
    const lines = [lineOf(learner)];
    const again = confirming({ lines, day: daysAgo(1) });
    expect(await carryOut(hub, again)).toMatchObject({ result: 'refused' });
  });

  it('[JRN1] is what a journal makes, entry by entry, where the directory is lost', async () => {
    await carryOut(hub, confirming());
    await carryOut(hub, correcting(learners[0], away));
    const { office } = hub.parts;
    const { keyring } = await office.readKeyring();
    const replay = new JournalReplay(keyring.siteKey);
    for (const { entry } of await office.factsAfter(0, null)) replay.take(entry);
    const made = replay.documents.filter(({ type }) => type === 'attendance');
    const held = await office.directory.all('attendance:');
    expect(made.toSorted((a, b) => (a._id < b._id ? -1 : 1))).toEqual(held);
  });

  it('[REC2] of a whole group goes into entries that stations can bring back', async () => {
    const many = await newGroup(200, 'men');
    const lines = many.learners.map((each) => lineOf(each));
    const sheet = confirming({ group: many.group, lines });
    expect(await carryOut(hub, sheet)).toMatchObject(done);
    const facts = await hub.parts.office.factsAfter(0, ['attendance.confirmed']);
    const parts = facts.filter(({ payload }) => payload.documents.length > 3);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.flatMap(({ payload }) => payload.documents)).toHaveLength(200);
    expect(await verifyAudit(hub.parts, [])).toMatchObject({ fault: null });
  });
});

describe('[ATT2] [TTB2] the day that staff confirmed', () => {
  it('is what says which days are over, whatever the hub’s clock shows', async () => {
    const ahead = daysAgo(-400);
    expect(await carryOut(hub, confirming({ day: ahead }))).toMatchObject({
      code: 'attendance.day',
    });
    const takeBack = hub.parts.day.confirm(ahead, 600);
    expect(await carryOut(hub, confirming({ day: ahead }))).toMatchObject(done);
    expect(await marks(learners[0])).toMatchObject([{ day: ahead, on: ahead }]);
    expect(await carryOut(hub, confirming({ day: daysAgo(0) }))).toMatchObject({
      code: 'attendance.day',
    });
    takeBack();
  });
});
