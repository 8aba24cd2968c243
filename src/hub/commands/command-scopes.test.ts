import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { appointSigner } from '../../../tests/factories/staff-signers.ts';
import { may } from '../../domain/permissions.ts';
import type { Target } from '../../domain/permissions.ts';
import type { CommandType } from '../../shared/contracts/commands/command-map.ts';
import { groupScopes, staffRoles } from '../../shared/contracts/documents/directory.ts';
import { courseIdSchema, groupIdSchema, learnerIdSchema } from '../../shared/ids.ts';
import type { GroupId, LearnerId, StaffId } from '../../shared/ids.ts';
import type { Hub } from '../hub.ts';
import { createGroup, enrolLearner } from '../office/people.ts';
import { staffCommands } from './all-commands.ts';

/** A learner of the women's scope, a group of theirs, and somebody appointed for them alone. */
interface Women {
  readonly learner: LearnerId;
  readonly group: GroupId;
  readonly staff: StaffId;
}

const name = { km: 'ចាន់' };
const details = { name, sex: 'female', birthYear: null, language: 'km' };
const tile = { picture: 'rooster', colour: 'indigo' } as const;
const symbol = 'fish';
const day = '2026-11-20';
const said = {
  word: { there: true, minutes: 40, about: false },
  proposed: { there: true, minutes: 40, about: false },
};

/** What each command is asked of the women's group; null for what is about no person and no group. */
const about: Readonly<Record<CommandType, ((of: Women) => object) | null>> = {
  'learner.create': ({ group }) => ({ ...details, group, misfitKnown: true }),
  'learner.import': ({ learner, group }) => ({
    added: [],
    changed: [{ ...details, learner, group }],
    misfitKnown: true,
  }),
  'learner.change': ({ learner, group }) => ({ ...details, learner, group, misfitKnown: true }),
  'learner.disable': ({ learner }) => ({ learner, disabled: true }),
  'learners.move': ({ learner, group }) => ({ learners: [learner], group, misfits: true }),
  'learners.close': ({ learner }) => ({ learners: [learner] }),
  'tutor.appoint': ({ learner, group }) => ({ learner, group }),
  'tutor.end': ({ learner }) => ({ learner }),
  'group.create': () => ({ name, symbol, scope: 'women' }),
  'group.change': ({ group }) => ({ group, name, symbol, scope: 'men' }),
  'sign-in.reset': ({ learner }) => ({ learner, form: 'pictures', reason: 'forgotten' }),
  'sign-in.first': ({ learner }) => ({
    learners: [learner],
    form: 'pictures',
    taken: [],
    anew: false,
  }),
  'card.print': ({ learner }) => ({ learners: [learner] }),
  'course.enrol': ({ learner }) => ({
    learners: [learner],
    courses: [courseIdSchema.parse('org.rean.basic')],
    active: true,
  }),
  'record.correct': ({ learner }) => ({
    learner,
    what: {
      kind: 'strike',
      pack: 'org.rean.basic',
      lesson: 'one',
      run: 1,
      reason: 'wrong-person',
    },
  }),
  'note.make': ({ learner }) => ({ learner, note: 'steady' }),
  'note.take-back': ({ learner }) => ({ learner, note: 'cm-0000000000000000' }),
  'record.erase': ({ learner }) => ({ learner, reason: 'left' }),
  'record.hold': ({ learner }) => ({ learner, reason: 'court' }),
  'record.release': ({ learner }) => ({ learner, reason: 'court' }),
  'record.about': ({ learner }) => ({ learner }),
  'record.print': ({ learner }) => ({ learner }),
  'staff.change': ({ staff }) => ({ staff, name, role: 'officer', scopes: ['men'], groups: [] }),
  'staff.disable': ({ staff }) => ({ staff }),
  'reading-room.count': () => ({
    count: { kind: 'visits', day: '2026-11-22', scope: 'women', people: 3 },
  }),
  'attendance.confirm': ({ learner, group }) => ({ group, day, lines: [{ learner, ...said }] }),
  'attendance.correct': ({ learner }) => ({ learner, day, ...said }),
  'attendance.print': ({ learner, group }) => ({ group, of: day, learners: [learner] }),
  'reading-room.correct': null,
  'staff.appoint': null,
  'staff.passphrase': null,
  // Of oneself, for oneself: course-commands.test.ts.
  'training.finish': null,
  'quarantine.list': null,
  'quarantine.decide': null,
  'quarantine.vouch': null,
  'record.state': null,
  'audit.read': null,
  'audit.lock-outs': null,
  'audit.digest': null,
  'retention.set': null,
  'timetable.slot': ({ group }) => ({
    slot: null,
    expected: null,
    plan: { weekday: 1, begins: 480, ends: 600, scope: 'women', groups: [group] },
  }),
  'timetable.seat': ({ learner }) => ({
    slot: 'cm-aaaaaaaaaaaaaaaa',
    learner,
    seated: true,
    station: null,
    expected: null,
  }),
  'timetable.wait': ({ learner, group }) => ({ learner, for: { group }, waits: true }),
  'timetable.hours': ({ group }) => ({ group, minutes: 360, expected: null }),
  'roster.print': ({ learner }) => ({ date: '2026-11-23', learners: [learner] }),
  'timetable.policy': null,
  'timetable.day': null,
  'timetable.place': null,
  'lab-day.confirm': null,
  // Of all groups: move-day.test.ts.
  'lab-day.move': null,
  'room.arrange': null,
  'override.make': null,
  'seat.look': ({ learner }) => ({ learner, station: 'st-aaaaaaaa' }),
  // Of who sits there: seat-orders.test.ts.
  'seat.order': null,
  'seat.power': null,
  'hub.power-off': null,
  'pack.choose': null,
  'station.list': null,
  'station.enrol': null,
  'station.replace': null,
  'station.cancel-code': null,
  'station.rename': null,
  'station.renew': null,
  'station.revoke': null,
  'clone.decide': null,
};
const cases = staffCommands.flatMap((command) => {
  const ask = about[command.type];
  return ask === null ? [] : [{ type: command.type, command, ask }];
});

let hub: Hub;
let women: Women;

beforeAll(async () => {
  const lab = await HubLab.make({ stations: ['supervisor'] });
  hub = await lab.open();
  const { office } = hub.parts;
  const group = await createGroup(office, { name, symbol: 'lotus', scope: 'women' });
  const code = ['rice', 'fish', 'house', 'tree'] as const;
  const learner = await enrolLearner(office, { name, group, tile, language: 'km', code });
  const { staff } = await appointSigner(hub, { role: 'officer', scopes: ['women'] });
  women = { learner, group, staff };
}, 60_000);
afterAll(() => hub.close());

const somebody = learnerIdSchema.parse('ln-zzzzzzzzzzzz');
const elsewhere = groupIdSchema.parse('gr-zzzzzzzz');

describe('[PRM1] what touches the women’s group needs the women’s scope', () => {
  it('in a list of all commands', () => {
    expect(staffCommands.map(({ type }) => type).toSorted()).toEqual(Object.keys(about).toSorted());
    expect(cases.length).toBeGreaterThan(18);
  });

  it.each(cases)('for $type, in every role', async ({ command, ask }) => {
    const { target } = await command.prepare(hub.parts, ask(women));
    const allowed = (scopes: readonly (typeof groupScopes)[number][], target_: Target = target) =>
      staffRoles.filter((role) => {
        const groups = [women.group];
        return may({ person: somebody, role, scopes, groups }, command.action, target_);
      });
    expect(allowed(['men', 'minors'])).toEqual([]);
    expect(allowed(groupScopes)).not.toEqual([]);
    // An instructor of other groups is not one of this.
    const other = { person: somebody, role: 'instructor', scopes: groupScopes } as const;
    expect(may({ ...other, groups: [elsewhere] }, command.action, target)).toBe(false);
  });
});
