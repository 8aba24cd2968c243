import { describe, expect, it } from 'vitest';
import { lessonOf, lessonsOf, stateOf, testPool } from '../../../tests/factories/report-ground.ts';
import type { Actor } from '../../domain/permissions.ts';
import { factsOf } from '../../domain/reports/learner-facts.ts';
import { makeReport } from '../../domain/reports/make-report.ts';
import {
  directoryDocumentSchema,
  learnerAccountSchema,
} from '../../shared/contracts/documents/directory.ts';
import { reportKinds } from '../../shared/contracts/ipc/report-views.ts';
import type { ReportChoice } from '../../shared/contracts/ipc/report-views.ts';
import { courseIdSchema, staffIdSchema } from '../../shared/ids.ts';
import { AttendanceBook } from '../directory/attendance-book.ts';
import { reportGround } from './report-ground.ts';

const groupOf = (group: string, km: string, scope: string) => {
  const shape = { _id: `group:${group}`, type: 'group', v: 1, hubSeq: 1, symbol: 'rice' };
  const document = directoryDocumentSchema.parse({ ...shape, group, name: { km }, scope });
  if (document.type !== 'group') throw new Error('no group');
  return document;
};
const men = groupOf('gr-aaaaaaaa', 'ក្រុមព្រឹក', 'men');
const women = groupOf('gr-bbbbbbbb', 'ក្រុមនារី', 'women');
const accountOf = (at: number, group: string, disabled = false) =>
  learnerAccountSchema.parse({
    learner: stateOf(at).learner,
    name: { km: `អ្នករៀន ${at}` },
    sex: null,
    birthYear: null,
    group,
    tile: { picture: 'fish', colour: 'leaf' },
    card: null,
    language: 'km',
    disabled,
  });
const accounts = [
  accountOf(1, men.group),
  accountOf(2, men.group, true),
  accountOf(3, women.group),
  accountOf(4, 'gr-cccccccc'),
];
const worked = { lessons: lessonsOf(lessonOf('letters-one', { completedRuns: 1 })), activeMs: 9e5 };
const sources = {
  directory: {
    groups: new Map([men, women].map((each) => [each.group, each])),
    learners: new Map(accounts.map((each) => [each.learner, each])),
    enrolments: new Map(),
    attendance: new AttendanceBook(),
  },
  known: {
    facts: new Map(
      accounts.map(({ learner }, at) => [learner, factsOf(stateOf(at, worked), testPool)]),
    ),
    pool: testPool,
  },
  catalogue: { courses: new Map() },
  today: null,
};
const actor = (over: Partial<Actor> = {}): Actor => ({
  person: staffIdSchema.parse('of-aaaaaaaaaaaa'),
  role: 'officer',
  scopes: ['men', 'women', 'minors'],
  groups: [],
  ...over,
});
const all: ReportChoice = { kind: 'hours', groups: null, course: null, from: null, to: null };
const namesFor = (who: Actor, choice = all) =>
  reportGround(sources, who, choice).learners.map(({ name }) => name.km);

describe('[RPT5] whom a report is of', () => {
  it('is who is within reach and whose account is open', () => {
    expect(namesFor(actor())).toEqual(['អ្នករៀន 3', 'អ្នករៀន 1']);
    expect(namesFor(actor({ role: 'site-manager', scopes: ['women'] }))).toEqual(['អ្នករៀន 3']);
    expect(namesFor(actor({ role: 'instructor', groups: [men.group] }))).toEqual(['អ្នករៀន 1']);
    expect(namesFor(actor({ role: 'instructor' }))).toEqual([]);
    expect(namesFor(actor(), { ...all, groups: [men.group] })).toEqual(['អ្នករៀន 1']);
    for (const role of ['programme', 'technician', 'peer-tutor'] as const) {
      expect(namesFor(actor({ role, groups: [men.group] }))).toEqual([]);
    }
  });

  it('counts and names nobody else in any report', () => {
    for (const kind of reportKinds) {
      const ground = reportGround(sources, actor({ scopes: ['men'] }), { ...all, kind });
      const report = JSON.stringify(makeReport({ ...all, kind }, ground));
      expect(report).not.toContain('អ្នករៀន 3');
      expect(report).not.toContain('អ្នករៀន 2');
      expect(report).not.toContain('នារី');
    }
  });

  it('refuses a group out of reach, and a course that is not here', () => {
    const refused = () =>
      reportGround(sources, actor({ scopes: ['men'] }), { ...all, groups: [women.group] });
    expect(refused).toThrow(expect.objectContaining({ code: 'permission.denied' }));
    const unknown = { ...all, course: courseIdSchema.parse('org.rean.nowhere') };
    expect(() => reportGround(sources, actor(), unknown)).toThrow(
      expect.objectContaining({ code: 'shape.invalid' }),
    );
  });
});
