import { beforeAll, describe, expect, it } from 'vitest';
import { HubLab, ask } from '../../../tests/factories/hub-lab.ts';
import {
  appointSigner,
  carryOut,
  command,
  signedCommand,
} from '../../../tests/factories/staff-signers.ts';
import type { SlotPlan } from '../../shared/contracts/timetable.ts';
import { helloSchema, noticeSchema } from '../../shared/contracts/hub-api.ts';
import type { GroupId } from '../../shared/ids.ts';
import { commandIdSchema, groupIdSchema } from '../../shared/ids.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import type { Hub } from '../hub.ts';
import { createGroup } from '../office/people.ts';

let lab: HubLab;
let hub: Hub;
let officer: CommandSigner;
let ofMen: CommandSigner;
let instructor: CommandSigner;
let manager: CommandSigner;
let men: GroupId;
let women: GroupId;

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk', 'supervisor'], learners: 3 });
  hub = await lab.open();
  officer = await appointSigner(hub, { role: 'officer' });
  ofMen = await appointSigner(hub, { role: 'officer', scopes: ['men'] });
  manager = await appointSigner(hub, { role: 'site-manager' });
  const [group] = await hub.parts.office.directory.all('group:');
  men = groupIdSchema.parse(group?.type === 'group' ? group.group : '');
  instructor = await appointSigner(hub, { role: 'instructor', groups: [men] });
  const name = { km: 'ក្រុមស្ត្រី' };
  women = await createGroup(hub.parts.office, { name, symbol: 'lotus', scope: 'women' });
}, 60_000);

const say = (type: string, input: object, by = officer) =>
  carryOut(hub, { type, input, as: lab.station(2), by: [by] });
const plan = (over: Partial<SlotPlan> = {}): SlotPlan => ({
  weekday: 1,
  begins: 480,
  ends: 600,
  scope: 'men',
  groups: [men],
  ...over,
});
const slots = async () =>
  (await hub.parts.office.directory.all('slot:')).flatMap((each) =>
    each.type === 'slot' && each.plan !== null ? [each] : [],
  );
const newest = async () => (await slots()).toSorted((a, b) => b.hubSeq - a.hubSeq)[0];
/** Adds a slot that clashes with none. */
async function added(over: Partial<SlotPlan>) {
  const slot = { slot: null, expected: null, plan: plan(over) };
  expect(await say('timetable.slot', slot)).toMatchObject({ result: 'done' });
  const made = await newest();
  if (made === undefined) throw new Error('no slot');
  return made;
}

describe('[TTB3] slots of the week', () => {
  it('are documents of the directory and entries by name; sent twice, one comes of it', async () => {
    const input = { slot: null, expected: null, plan: plan() };
    const signed = await signedCommand(hub, {
      type: 'timetable.slot',
      input,
      as: lab.station(2),
      by: [officer],
    });
    const answers = await Promise.all([1, 2].map(() => command(hub, lab.station(2), signed)));
    expect(answers).toEqual([answers[0], answers[0]]);
    expect(await slots()).toHaveLength(1);
    expect((await slots())[0]).toMatchObject({ slot: signed.id, by: officer.staff, plan: plan() });
    const facts = await hub.parts.office.factsAfter(0, ['timetable.slot-changed']);
    expect(facts.at(-1)).toMatchObject({ payload: { by: officer.staff } });
  });

  it('of two who change one, the second is told, and nothing is overwritten', async () => {
    const slot = await added({ weekday: 2 });
    const change = (ends: number, expected: number) =>
      say('timetable.slot', { slot: slot.slot, expected, plan: plan({ weekday: 2, ends }) });
    expect(await change(630, slot.hubSeq)).toMatchObject({ result: 'done' });
    expect(await change(660, slot.hubSeq)).toMatchObject({ code: 'timetable.changed' });
    const now = await newest();
    expect(now).toMatchObject({ slot: slot.slot, plan: { ends: 630 } });
    expect(await change(660, now?.hubSeq ?? 0)).toMatchObject({ result: 'done' });
  });

  it('[TTB4] are refused where they clash, by what is in the directory then', async () => {
    const made = await added({ weekday: 3 });
    const sent = (over: Partial<SlotPlan>) =>
      say('timetable.slot', { slot: null, expected: null, plan: plan({ weekday: 3, ...over }) });
    const twoWomen = { scope: 'women' as const, groups: [women] };
    expect(await sent({ begins: 595, ends: 700, ...twoWomen })).toMatchObject({
      code: 'timetable.clash',
      facts: { kind: 'scopes', other: made.slot },
    });
    expect(await sent({ begins: 540, ends: 660 })).toMatchObject({
      facts: { kind: 'group-twice' },
    });
    expect(await sent({ begins: 600, ends: 700, groups: [women] })).toMatchObject({
      facts: { kind: 'other-scope' },
    });
    expect(await sent({ begins: 600, ends: 720, ...twoWomen })).toMatchObject({ result: 'done' });
    expect(await sent({ begins: 720, ends: 720 })).toMatchObject({ code: 'shape.invalid' });
    expect(await sent({ begins: 720, ends: 780, groups: [men, men] })).toMatchObject({
      code: 'shape.invalid',
    });
  });

  it('are no instructor’s to change, nor who has not the scope', async () => {
    const slot = { slot: null, expected: null, plan: plan({ weekday: 4 }) };
    expect(await say('timetable.slot', slot, instructor)).toMatchObject({
      code: 'permission.denied',
    });
    const ofWomen = { ...slot, plan: plan({ weekday: 4, scope: 'women', groups: [] }) };
    expect(await say('timetable.slot', ofWomen, ofMen)).toMatchObject({
      code: 'permission.denied',
    });
    // Nor a slot of theirs made one of the other.
    const theirs = await added({ weekday: 4, scope: 'women', groups: [women] });
    const taken = { slot: theirs.slot, expected: theirs.hubSeq, plan: plan({ weekday: 4 }) };
    expect(await say('timetable.slot', taken, ofMen)).toMatchObject({ code: 'permission.denied' });
  });

  it('[TTB12] keep what they were before the day they were changed', async () => {
    const { slot, hubSeq } = await added({ weekday: 5, begins: 840, ends: 900 });
    const today = hub.parts.office.labDate;
    const of = async () => (await slots()).find((each) => each.slot === slot);
    expect(await of()).toMatchObject({ earlier: [{ before: today, was: null }] });
    const change = { slot, expected: hubSeq, plan: plan({ weekday: 5, begins: 840, ends: 960 }) };
    expect(await say('timetable.slot', change)).toMatchObject({ result: 'done' });
    // Of two changes of one day what was before both.
    expect(await of()).toMatchObject({ earlier: [{ before: today, was: null }] });
    const learner = lab.learner(0);
    await say('timetable.seat', { slot, learner, seated: true, station: null, expected: null });
    const [place] = await hub.parts.office.directory.all(`slot-seat:${learner}:${slot}`);
    expect(place).toMatchObject({ seated: true, earlier: [{ before: today, was: false }] });
  });

  it('are gone once they are taken away', async () => {
    const { slot, hubSeq } = await added({ weekday: 5 });
    const before = (await slots()).length;
    expect(await say('timetable.slot', { slot, expected: hubSeq, plan: null })).toMatchObject({
      result: 'done',
    });
    expect(await slots()).toHaveLength(before - 1);
    const [held] = await hub.parts.office.directory.all(`slot:${slot}`);
    const again = { slot, expected: held?.hubSeq ?? null, plan: plan({ weekday: 5 }) };
    expect(await say('timetable.slot', again)).toMatchObject({ code: 'timetable.gone' });
    const nowhere = commandIdSchema.parse('cm-zzzzzzzzzzzzzzzz');
    const unknown = { slot: nowhere, expected: null, plan: plan({ weekday: 5 }) };
    expect(await say('timetable.slot', unknown)).toMatchObject({ code: 'timetable.gone' });
  });
});

describe('[TTB5] [TTB8] seats in a slot, and who waits for one', () => {
  it('end the wait of who is given one, and never seat two on one', async () => {
    const { slot } = await added({ weekday: 6 });
    const [first, second] = [lab.learner(0), lab.learner(1)];
    const station = lab.station(0).station;
    const wait = (learner: string, waits = true) =>
      say('timetable.wait', { learner, for: { group: men }, waits });
    expect(await wait(first)).toMatchObject({ result: 'done' });
    expect(await wait(second)).toMatchObject({ result: 'done' });
    const row = async () =>
      (await hub.parts.office.directory.all('waiting:')).flatMap((each) =>
        each.type === 'waiting' && each.until === null ? [each] : [],
      );
    const before = await row();
    // Who waits already keeps the place in the row.
    await wait(first);
    expect(await row()).toEqual(before);
    const seat = (learner: string, over: object = {}) =>
      say('timetable.seat', { slot, learner, seated: true, station, expected: null, ...over });
    expect(await seat(first)).toMatchObject({ result: 'done' });
    expect((await row()).map(({ learner }) => learner)).toEqual([second]);
    expect(await seat(first)).toMatchObject({ code: 'timetable.changed' });
    expect(await seat(second)).toMatchObject({ facts: { kind: 'seat-twice' } });
    expect(await seat(second, { station: lab.station(2).station })).toMatchObject({
      facts: { kind: 'seat-out' },
    });
    await say('timetable.place', { station: lab.station(1).station, usable: false });
    expect(await seat(second, { station: lab.station(1).station })).toMatchObject({
      facts: { kind: 'seat-out' },
    });
    await say('timetable.place', { station: lab.station(1).station, usable: true });
    expect(await seat(second, { station: lab.station(1).station })).toMatchObject({
      result: 'done',
    });
  });

  it('[ERA1] go with a record that is erased', async () => {
    const learner = lab.learner(2);
    await say('timetable.wait', { learner, for: { course: 'org.rean.letters' }, waits: true });
    const { slot } = await added({ weekday: 7 });
    await say('timetable.seat', { slot, learner, seated: true, station: null, expected: null });
    await carryOut(hub, {
      type: 'record.erase',
      input: { learner, reason: 'left' },
      as: lab.station(2),
      by: [officer, manager],
    });
    const left = ['waiting:', 'slot-seat:'].map((prefix) =>
      hub.parts.office.directory.all(`${prefix}${learner}`),
    );
    expect((await Promise.all(left)).flat()).toEqual([]);
  });
});

describe('[TTB6] [TTB9] hours, the rule outside of slots, and closed days', () => {
  it('are said by who may', async () => {
    const hours = { group: men, minutes: 360, expected: null };
    expect(await say('timetable.hours', hours)).toMatchObject({ result: 'done' });
    expect(await say('timetable.hours', hours)).toMatchObject({ code: 'timetable.changed' });
    const policy = { policy: 'greet' };
    expect(await say('timetable.policy', policy)).toMatchObject({ code: 'permission.denied' });
    expect(await say('timetable.policy', policy, manager)).toMatchObject({ result: 'done' });
    const day = { date: '2026-12-10', closed: true };
    expect(await say('timetable.day', day, instructor)).toMatchObject({
      code: 'permission.denied',
    });
    expect(await say('timetable.day', day)).toMatchObject({ result: 'done' });
  });

  it('[TTB11] notes who printed whom', async () => {
    const learners = [lab.learner(0), lab.learner(1)];
    const input = { date: '2026-11-23', learners };
    expect(await say('roster.print', input, instructor)).toMatchObject({ result: 'done' });
    const [fact] = await hub.parts.office.factsAfter(0, ['roster.printed']);
    expect(fact).toMatchObject({ payload: { by: instructor.staff, about: learners } });
  });
});

describe('[TTB2] the day that staff confirm', () => {
  const hello = async () =>
    helloSchema.parse((await ask(hub, { path: '/v1/hello', as: lab.station(0) })).json());

  it('is unsure until then; then every station is told at once, and told it so', async () => {
    expect((await hello()).labDay.sure).toBe(false);
    expect((await hello()).labAheadMs).toBeUndefined();
    const by = instructor;
    const said = { date: '2031-05-06', minute: 485 };
    expect(await say('lab-day.confirm', said, by)).toMatchObject({ code: 'permission.denied' });
    expect((await hello()).labDay.sure).toBe(false);
    expect(await say('lab-day.confirm', said)).toMatchObject({ result: 'done' });
    const { labDay, hubWallMs, labAheadMs = 0 } = await hello();
    expect(labDay).toEqual({ date: '2031-05-06', sure: true });
    expect(new Date(hubWallMs + labAheadMs).toISOString().slice(0, 16)).toBe('2031-05-06T01:05');
    const query = new URLSearchParams({
      generation: hub.site.generation,
      directory: '0',
      state: '0',
      journal: '0',
    });
    const notice = noticeSchema.parse(
      (await ask(hub, { path: `/v1/notice?${query}`, as: lab.station(0) })).json(),
    );
    expect(notice.time?.labDay).toEqual(labDay);
    const facts = await hub.parts.office.factsAfter(0, ['lab-day.confirmed']);
    expect(facts.at(-1)).toMatchObject({ payload: { by: officer.staff } });
  });

  it('is not known any more once the hub was started anew', async () => {
    const anew = await lab.open();
    const answer = await ask(anew, { path: '/v1/hello', as: lab.station(0) });
    expect(helloSchema.parse(answer.json())).toMatchObject({ labDay: { sure: false } });
    await anew.close();
  });
});
