import { describe, expect, it } from 'vitest';
import type { PrintedRecord } from '../../shared/contracts/commands/record-commands.ts';
import { packIdSchema, semverSchema, staffIdSchema } from '../../shared/ids.ts';
import { recordPage } from './record-page.ts';

const pack = packIdSchema.parse('org.rean.test');
const staff = staffIdSchema.parse('of-aaaaaaaaaaaa');
const lesson = { pack, version: semverSchema.parse('1.0.0'), lesson: 'first', run: 1 };
const record: PrintedRecord = {
  name: { km: 'ដារ៉ា <b>', en: 'Dara' },
  sex: 'male',
  birthYear: 1990,
  language: 'km',
  days: 12,
  activeMs: 3_600_000,
  attempts: 30,
  right: 20,
  films: { count: 0, shownMs: 0 },
  attendance: { days: 0, minutes: 0, about: false },
  printed: '2026-11-22',
  lessons: [
    { ...lesson, completedRuns: 1 },
    { ...lesson, lesson: 'elsewhere', completedRuns: 0 },
  ],
  pieces: [
    { pack, piece: 'game', completed: true, best: 0.75 },
    { pack, piece: 'film', completed: false, best: null },
    { pack, piece: 'gone', completed: true, best: null },
  ],
  corrections: [
    {
      id: '00000000000000aa',
      what: { kind: 'strike', pack, lesson: 'first', run: 1, reason: 'helped' },
      day: '2026-11-20',
      asked: staff,
      confirmed: staff,
      withdrawn: true,
    },
  ],
};
const courses = [
  {
    title: { km: 'អក្សរ', en: 'Letters' },
    lessons: [
      { pack, lesson: 'first', title: { km: 'មេរៀនទីមួយ', en: 'First lesson' } },
      { pack, lesson: 'game', title: { km: 'ល្បែង' } },
      { pack, lesson: 'film', title: { km: 'ភាពយន្ត' } },
      { pack, lesson: 'not-yet', title: { km: 'មិនទាន់' } },
    ],
  },
];

describe('[LPG4] notes of staff', () => {
  it('stand on the paper for staff alone, which says so, by words of the list and no name', () => {
    const notes = [{ note: 'needs-beside', day: '2026-11-20' }] as const;
    const forStaff = recordPage(record, courses, { notes });
    expect(forStaff).toContain('សម្រាប់បុគ្គលិកតែប៉ុណ្ណោះ');
    expect(forStaff).toContain('Needs somebody beside');
    expect(forStaff).not.toContain(staff);
    const theirs = recordPage(record, courses);
    expect(theirs).not.toContain('Needs somebody beside');
    expect(theirs).not.toContain('for staff only');
  });
});

describe('[OWN2] a record on paper', () => {
  const page = recordPage(record, courses);

  it('tells who, how long, each lesson and how it stands, and what was corrected', () => {
    for (const told of ['Dara', '1990', '60', 'First lesson', 'ចប់ · done', 'elsewhere', 'begun']) {
      expect(page).toContain(told);
    }
    expect(page).toContain('not counted');
    expect(page).toContain('It was done for them');
    expect(page).toContain('taken back');
    expect(page).toContain('20 November 2026');
  });

  it('[TTB14] says of its date where nobody confirmed it', () => {
    const unsure = recordPage(record, courses, { sure: false });
    expect(unsure).toContain('(តាមនាឡិការបស់ម៉ាស៊ីនមេ មិនទាន់មាននរណាបញ្ជាក់)');
    expect(unsure).toContain('confirmed by nobody');
    expect(page).not.toContain('confirmed by nobody');
  });

  it('[GRP7] tells how many films were watched with a group, and for how many minutes', () => {
    const films = { count: 3, shownMs: 7_500_000 };
    expect(recordPage({ ...record, films }, courses)).toContain('3 · 125');
    expect(page).not.toContain('with a group');
  });

  it('[PCE4] tells of each piece how far it is, and that its score is its own count', () => {
    const rowOf = (title: string) =>
      page.split('<tr>').find((row) => row.startsWith(`<th>${title}`));
    expect(rowOf('ល្បែង')).toContain('done, 75% by its own count');
    expect(rowOf('ភាពយន្ត')).toContain('<td>បានចាប់ផ្ដើម · begun</td>');
    expect(rowOf('gone')).toContain('<td>ចប់ · done</td>');
    expect(rowOf('មិនទាន់')).toContain('<td>–</td>');
  });

  it('holds nothing of what was typed as markup, and no script', () => {
    expect(page).toContain('ដារ៉ា &lt;b&gt;');
    expect(page).not.toMatch(/<b>|<script/);
  });

  it('names neither who corrected nor any number of the person', () => {
    expect(page).not.toContain(staff);
    expect(page).not.toContain('of-');
  });
});
