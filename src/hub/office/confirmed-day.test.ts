import { beforeEach, describe, expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { appointSigner, carryOut } from '../../../tests/factories/staff-signers.ts';
import { commandMap } from '../../shared/contracts/commands/command-map.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { openNote } from '../../sync/envelope/sealed-documents.ts';
import type { Hub } from '../hub.ts';
import { labDateAt } from '../lab-day.ts';

/** As a calendar on the wall shows it. */
const day = '2026-11-23';
const dayBefore = '2026-11-22';

let lab: HubLab;
let hub: Hub;
let officer: CommandSigner;
let second: CommandSigner;
let learner: LearnerId;

/** A hub whose clock is some years off, and shows each moment a second later than the last. */
async function open(years: number): Promise<void> {
  let reads = 0;
  const start = Date.UTC(2026 + years, 10, 23, 3);
  const clock = {
    wallMs: () => start + (reads += 1) * 1000,
    monotonicMs: () => reads * 1000,
  };
  lab = await HubLab.make({ stations: ['supervisor'], learners: 1, clock });
  hub = await lab.open();
  learner = lab.learner(0);
  officer = await appointSigner(hub, { role: 'officer' });
  second = await appointSigner(hub, { role: 'site-manager' });
}

const say = (type: keyof typeof commandMap, input: object, over: object = {}) =>
  carryOut(hub, { type, input, as: lab.station(0), by: [officer], ...over });
const done = { result: 'done' };
const visits = (on: string) => ({
  count: { kind: 'visits', day: on, scope: 'women', people: 3 },
});
const correction = {
  kind: 'add',
  pack: 'org.rean.test',
  version: '1.0.0',
  lesson: 'first',
  total: 3,
  reason: 'lost',
};

async function notes() {
  const key = hub.parts.registry.learnerKey(learner);
  const documents = await hub.parts.office.directory.all(`note:${learner}:`);
  return documents.flatMap((each) => (each.type === 'note' && key ? openNote(each, key) : []));
}

/** Does one of each, and tells the dates they got. */
async function datesOfAll() {
  expect(await say('note.make', { learner, note: 'steady' })).toMatchObject(done);
  const [group] = await hub.parts.office.directory.all('group:');
  const appointed = { learner, group: group?.type === 'group' ? group.group : '' };
  expect(await say('tutor.appoint', appointed, { reason: 'able' })).toMatchObject(done);
  expect(await say('tutor.end', { learner }, { reason: 'period-over' })).toMatchObject(done);
  const correct = { by: [officer, second] };
  expect(await say('record.correct', { learner, what: correction }, correct)).toMatchObject(done);
  const [tutor] = await hub.parts.office.directory.all('tutor:');
  const printed = await say('record.print', { learner });
  return [
    (await notes()).map((each) => each.day),
    hub.parts.corrections.of(learner).map((each) => each.day),
    tutor?.type === 'tutor' ? [tutor.from.day, tutor.until?.day] : [],
    printed.result === 'done' ? (printed.output as { printed: string }).printed : null,
  ];
}

describe('[TTB14] what the hub dates', () => {
  describe.each([25, -25])('where its clock is %i years off', (years) => {
    beforeEach(() => open(years), 60_000);

    it('has the day that staff confirmed, and no other', async () => {
      expect(await say('lab-day.confirm', { date: day, minute: 600 })).toMatchObject(done);
      expect(await datesOfAll()).toEqual([[day], [day], [day, day], day]);
      expect(await say('reading-room.count', visits(day))).toMatchObject(done);
      expect(await say('reading-room.count', visits(dayBefore))).toMatchObject(done);
      const wrong = labDateAt(lab.clock.wallMs());
      expect(await say('reading-room.count', visits(wrong))).toMatchObject({ code: 'count.day' });
    });

    it('has its own clock’s until somebody confirms one, and after a start again', async () => {
      const own = labDateAt(lab.clock.wallMs());
      expect(await datesOfAll()).toEqual([[own], [own], [own, own], own]);
      expect(await say('reading-room.count', visits(day))).toMatchObject({ code: 'count.day' });
      expect(await say('lab-day.confirm', { date: day, minute: 600 })).toMatchObject(done);
      await hub.close();
      lab.cutPower();
      hub = await lab.open();
      expect(await say('reading-room.count', visits(own))).toMatchObject(done);
    });
  });
});
