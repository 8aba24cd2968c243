import { describe, expect, it } from 'vitest';
import { groupScopes } from '../shared/contracts/documents/directory.ts';
import type { GroupScope } from '../shared/contracts/documents/directory.ts';
import { groupIdSchema, learnerIdSchema, staffIdSchema } from '../shared/ids.ts';
import { may, mayAnywhere, maySecond, maySecondAnywhere, takesTwo } from './permissions.ts';
import type { Action, Actor, Role, Target } from './permissions.ts';

const roles = [
  'learner',
  'peer-tutor',
  'officer',
  'instructor',
  'site-manager',
  'technician',
  'programme',
] as const satisfies readonly Role[];

/**
 * DESIGN section 1 written down a second time: action, then by role in the order above. `o` is what is
 * one's own, `g` one's groups, `s` the site, `-` nothing; `2` after a letter: only as the second person
 * as well.
 */
const expected: Readonly<Record<Action, string>> = {
  'learner.see': '- - s g s - -',
  'learner.create': '- - s - - - -',
  'learner.import': '- - s - - - -',
  'learner.change': '- - s - - - -',
  'learner.disable': '- - s - - - -',
  'learner.erase': '- - s - s2 - -',
  'note.write': '- - s g s - -',
  'sign-in.reset': '- - s - - - -',
  'card.print': '- - s - - - -',
  'group.create': '- - s - - - -',
  'group.change': '- - s - - - -',
  'course.enrol': '- - s - - - -',
  'tutor.appoint': '- - s - - - -',
  'tutor.end': '- - s - - - -',
  'staff.appoint': '- - - - s - -',
  'staff.change': '- - - - s - -',
  'staff.disable': '- - - - s - -',
  'training.finish': '- - o o o o o',
  'staff.passphrase': '- - o o o o o',
  'station.enrol': '- - s - - s -',
  'hub.enrol-here': '- - s - s s -',
  'hub.sheet-here': '- - - - s - -',
  'hub.stick-here': '- - - - s s -',
  'station.rename': '- - s - - s -',
  'station.replace': '- - s - - s -',
  'station.renew': '- - s - - s -',
  'station.revoke': '- - s - s s -',
  'clone.decide': '- - s - s s -',
  'quarantine.see': '- - s - s - -',
  'quarantine.decide': '- - s - s - -',
  'quarantine.vouch': '- - s - s2 - -',
  'record.see': 'o - s g s - -',
  'record.print': 'o - s - s - -',
  'record.correct': '- - s - s2 - -',
  'hold.set': '- - - - s - -',
  'hold.lift': '- - - - s - -',
  'retention.set': '- - - - s - -',
  'audit.see': '- - - - s - -',
  'audit.export': '- - - - s - -',
  'report.see': '- - s g s - -',
  'report.save': '- - s - s - -',
  'attendance.see': '- g s g s - -',
  'attendance.confirm': '- - s - s - -',
  'attendance.correct': '- - s - s - -',
  'viewing.hold': '- - s - s - -',
  'help.see': '- g s g s - -',
  'help.answer': '- g s g s - -',
  'help.direct': '- - s - s - -',
  'site.see': '- - s s s s s',
  'site.rotate': '- - - - s2 s -',
  'room.arrange': '- - s - s - -',
  'spoken.record': '- - s - s - -',
  'seat.look': '- - s g s - -',
  'seat.act': '- - s g s - -',
  'seat.power': '- - s - s s -',
  'hub.power-off': '- - s - s - -',
  'netboot.open': '- - - - - s -',
  'netboot.close': '- - s - s s -',
  'override.make': '- - s - s - -',
  'station.maintain': '- - - - - s -',
  'timetable.see': '- - s g s - -',
  'timetable.change': '- - s - s - -',
  'timetable.policy': '- - - - s - -',
  'roster.print': '- - s g s - -',
  'lab-day.confirm': '- - s - s - -',
  'lab-day.move': '- - s - s - -',
  'pack.choose': '- - s - s s -',
  'reading-room.count': '- - s - s - -',
  'reading-room.see': '- - s - s - s',
};

const me = staffIdSchema.parse('of-aaaaaaaaaaaa');
const somebody = learnerIdSchema.parse('ln-bbbbbbbbbbbb');
const mine = groupIdSchema.parse('gr-aaaaaaaa');
const another = groupIdSchema.parse('gr-bbbbbbbb');

/** Who acts has the men's and minors' scopes and one group. */
const actor = (role: Role): Actor => ({
  person: me,
  role,
  scopes: ['men', 'minors'],
  groups: [mine],
});

const of = (person: Target['person'], groups: Target['groups'], scopes: GroupScope[]) => ({
  ...(person ? { person } : {}),
  ...(groups ? { groups } : {}),
  scopes,
});

/** Every way a target can stand to who acts, and the reaches that cover it. */
const relations: readonly (readonly [name: string, target: Target, covering: string])[] = [
  ['no group, nobody', {}, 's'],
  ['oneself', of(me, undefined, []), 'os'],
  ['oneself, in another’s group', of(me, [another], ['men']), 'os'],
  ['oneself, in a scope not one’s own', of(me, [mine], ['women']), 'o'],
  ['somebody of one’s group', of(somebody, [mine], ['men']), 'gs'],
  ['somebody of another group', of(somebody, [another], ['minors']), 's'],
  ['somebody of one’s group, in a scope not one’s own', of(somebody, [mine], ['women']), ''],
  ['somebody of another group and scope', of(somebody, [another], ['women']), ''],
  ['one’s group', of(undefined, [mine], ['men']), 'gs'],
  ['one’s group and another’s at once', of(undefined, [mine, another], ['men']), 's'],
  ['two scopes, one not one’s own', of(undefined, [mine], ['men', 'women']), ''],
  ['a scope and no group', of(undefined, undefined, ['minors']), 's'],
  ['a scope not one’s own and no group', of(undefined, undefined, ['women']), ''],
];

const notOneself: readonly string[] = ['staff.change', 'staff.disable'];

function actions(): readonly (readonly [Action, readonly string[]])[] {
  const names: readonly Action[] = Object.keys(expected).filter((name): name is Action =>
    Object.hasOwn(expected, name),
  );
  return names.map((action) => [action, expected[action].split(' ')]);
}

describe('[PRM1] the table of permissions', () => {
  for (const [action, cells] of actions()) {
    for (const [index, role] of roles.entries()) {
      const cell = cells[index] ?? '-';
      it(`${action} by ${role}: ${cell}`, () => {
        for (const [name, target, covering] of relations) {
          const denied = notOneself.includes(action) && target.person === me;
          const allowed = !denied && cell !== '-' && covering.includes(cell.charAt(0));
          expect([name, may(actor(role), action, target)]).toEqual([name, allowed]);
          const seconds = allowed && cell.endsWith('2');
          expect([name, maySecond(actor(role), action, target)]).toEqual([name, seconds]);
        }
        expect(mayAnywhere(role, action)).toBe(cell !== '-');
        expect(maySecondAnywhere(role, action)).toBe(cell.endsWith('2'));
      });
    }
  }

  it('reaches nothing of a group for who has no scope and no group', () => {
    for (const [action] of actions()) {
      for (const role of roles) {
        const nobody = { ...actor(role), scopes: [], groups: [] };
        expect(may(nobody, action, of(somebody, [mine], ['men']))).toBe(false);
      }
    }
  });
});

describe('[PRM2] what nobody of a role may ever do', () => {
  const allowed = (role: Role) =>
    actions()
      .map(([action]) => action)
      .filter((action) => mayAnywhere(role, action));

  it('a peer tutor sees attendance and calls for help of their group, and nothing else', () => {
    expect(allowed('peer-tutor')).toEqual(['attendance.see', 'help.see', 'help.answer']);
  });

  it('a learner has their own record, and nothing else', () => {
    expect(allowed('learner')).toEqual(['record.see', 'record.print']);
  });

  it('a technician and the programme see nothing of learners', () => {
    const ofLearners =
      /^(learner|record|attendance|viewing|help|sign-in|card|quarantine|audit|hold|tutor)\./;
    for (const role of ['technician', 'programme'] as const) {
      expect(allowed(role).filter((action) => ofLearners.test(action))).toEqual([]);
    }
  });

  it('an instructor enrols nobody and decides nothing', () => {
    expect(allowed('instructor')).toEqual([
      'learner.see',
      'note.write',
      'training.finish',
      'staff.passphrase',
      'record.see',
      'report.see',
      'attendance.see',
      'help.see',
      'help.answer',
      'site.see',
      'seat.look',
      'seat.act',
      'timetable.see',
      'roster.print',
    ]);
  });

  it('only a site manager sees to staff, and to what was done by whom', () => {
    const managers = /^(staff\.(appoint|change|disable)|audit\.|hold\.)/;
    for (const role of roles.filter((each) => each !== 'site-manager')) {
      expect(allowed(role).filter((action) => managers.test(action))).toEqual([]);
    }
  });
});

describe('[PRM4] what takes two', () => {
  it('is what can’t be undone or what changes a record, with a site manager as the second', () => {
    const two = actions().flatMap(([action]) => (takesTwo(action) ? [action] : []));
    expect(two).toEqual(['learner.erase', 'quarantine.vouch', 'record.correct', 'site.rotate']);
    for (const action of two) {
      const second = roles.filter((role) =>
        maySecond({ ...actor(role), scopes: groupScopes }, action, {}),
      );
      expect(second).toEqual(['site-manager']);
    }
  });
});
