import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { appointSigner } from '../../../tests/factories/staff-signers.ts';
import { may } from '../../domain/permissions.ts';
import type { Target } from '../../domain/permissions.ts';
import type { CommandType } from '../../shared/contracts/commands/command-map.ts';
import { groupScopes, staffRoles } from '../../shared/contracts/documents/directory.ts';
import type { GroupScope } from '../../shared/contracts/documents/directory.ts';
import { courseIdSchema, groupIdSchema, learnerIdSchema } from '../../shared/ids.ts';
import type { GroupId, LearnerId, StaffId } from '../../shared/ids.ts';
import type { Hub } from '../hub.ts';
import { createGroup, enrolLearner } from '../office/people.ts';
import { staffCommands } from './all-commands.ts';

/** A learner of a scope, a group of theirs, and somebody appointed for them alone. */
interface Ground {
  readonly scope: GroupScope;
  /** Another one. */
  readonly other: GroupScope;
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

/** What each command is asked of such a group; null for what is about no person and no group. */
const about: Readonly<Record<CommandType, ((of: Ground) => object) | null>> = {
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
  'group.create': ({ scope }) => ({ name, symbol, scope }),
  'group.change': ({ group, other: scope }) => ({ group, name, symbol, scope }),
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
  'staff.change': ({ staff, other }) => ({
    staff,
    name,
    role: 'officer',
    scopes: [other],
    groups: [],
  }),
  'staff.disable': ({ staff }) => ({ staff }),
  'reading-room.count': ({ scope }) => ({
    count: { kind: 'visits', day: '2026-11-22', scope, people: 3 },
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
  'timetable.slot': ({ group, scope }) => ({
    slot: null,
    expected: null,
    plan: { weekday: 1, begins: 480, ends: 600, scope, groups: [group] },
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
  'spoken.record': null,
  'override.make': null,
  'netboot.see': null,
  'netboot.open': null,
  'netboot.close': null,
  'seat.look': ({ learner }) => ({ learner, station: 'st-aaaaaaaa' }),
  // Of who sits there: seat-orders.test.ts.
  'seat.order': null,
  'seat.power': null,
  'hub.power-off': null,
  'desk.power-off': null,
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
const grounds = new Map<GroupScope, Ground>();

beforeAll(async () => {
  const lab = await HubLab.make({ stations: ['supervisor'] });
  hub = await lab.open();
  const { office } = hub.parts;
  for (const [at, scope] of groupScopes.entries()) {
    const group = await createGroup(office, { name, symbol: 'lotus', scope });
    const code = ['rice', 'fish', 'house', 'tree'] as const;
    const learner = await enrolLearner(office, { name, group, tile, language: 'km', code });
    const { staff } = await appointSigner(hub, { role: 'officer', scopes: [scope] });
    const other = groupScopes[(at + 1) % groupScopes.length] ?? scope;
    grounds.set(scope, { scope, other, learner, group, staff });
  }
}, 60_000);
afterAll(() => hub.close());

const somebody = learnerIdSchema.parse('ln-zzzzzzzzzzzz');
const elsewhere = groupIdSchema.parse('gr-zzzzzzzz');

it('[PRM1] in a list of all commands', () => {
  expect(staffCommands.map(({ type }) => type).toSorted()).toEqual(Object.keys(about).toSorted());
  expect(cases.length).toBeGreaterThan(18);
});

describe.each(groupScopes)('[PRM1] what touches a group of %s needs that scope', (scope) => {
  it.each(cases)('for $type, in every role', async ({ command, ask }) => {
    const ground = grounds.get(scope);
    if (ground === undefined) throw new Error('no such group');
    const { target } = await command.prepare(hub.parts, ask(ground));
    const allowed = (scopes: readonly GroupScope[], target_: Target = target) =>
      staffRoles.filter((role) => {
        const groups = [ground.group];
        return may({ person: somebody, role, scopes, groups }, command.action, target_);
      });
    expect(allowed(groupScopes.filter((each) => each !== scope))).toEqual([]);
    expect(allowed(groupScopes)).not.toEqual([]);
    // An instructor of other groups is not one of this.
    const other = { person: somebody, role: 'instructor', scopes: groupScopes } as const;
    expect(may({ ...other, groups: [elsewhere] }, command.action, target)).toBe(false);
  });
});
