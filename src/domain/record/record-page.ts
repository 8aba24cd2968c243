import type {
  HeldCorrection,
  PrintedRecord,
} from '../../shared/contracts/commands/record-commands.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import type { LearnerNote } from '../../shared/contracts/note.ts';
import type { Language } from '../../shared/ids.ts';
import { formatDate } from '../../shared/khmer/dates.ts';
import { formatNumber } from '../../shared/khmer/numbers.ts';
import { escapeHtml } from '../print/html.ts';
import { printedPage } from '../print/printed-page.ts';
import { noteWords } from './note-words.ts';
import { reasonWords } from './reason-words.ts';

/** A learner's record on paper, in Khmer and English: never the site, nor a number of the person ([OWN2]). */

export interface PrintedCourse {
  readonly title: Localized;
  readonly lessons: readonly {
    readonly pack: string;
    readonly lesson: string;
    readonly title: Localized;
  }[];
}

const sexWords = {
  female: { km: 'ស្រី', en: 'female' },
  male: { km: 'ប្រុស', en: 'male' },
} as const;
const minuteMs = 60_000;

/** A note that stands, as it is printed for staff. */
export interface PrintedNote {
  readonly note: LearnerNote;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

interface PaperOver {
  readonly notes?: readonly PrintedNote[] | null;
  readonly sure?: boolean;
}

const byHub = {
  km: 'តាមនាឡិការបស់ម៉ាស៊ីនមេ មិនទាន់មាននរណាបញ្ជាក់',
  en: 'by the hub’s own clock, confirmed by nobody',
} as const;

/**
 * @param courses whose lessons and pieces are named; what was recorded of others stands under its own name
 * @param over.notes what staff noted, on a paper for staff that says so; null on the one that a learner is given
 * @param over.sure whether staff confirmed the date that it bears ([TTB14]); where not, it says so
 */
export function recordPage(
  record: PrintedRecord,
  courses: readonly PrintedCourse[],
  { notes = null, sure = true }: PaperOver = {},
): string {
  const { name, printed } = record;
  return printedPage(
    'Rean record',
    `
<h1>កំណត់ត្រានៃការរៀន<span>Record of learning</span></h1>
<table>${aboutRows(record).join('')}</table>
${notes === null ? '' : notesTable(notes)}
${courses.map((course) => courseTable(record, course)).join('')}
${otherLessons(record, courses)}
${corrections(record, courses)}
<div class="signatures"><p>${both({ km: 'អ្នករៀន', en: 'Learner' })}${escapeHtml(name.km)}</p><p>${both({ km: 'មន្ត្រី', en: 'Officer' })}</p></div>
<footer>${dated(printed, sure, 'km')} · ${dated(printed, sure, 'en')}</footer>`,
  );
}

function dated(day: string, sure: boolean, language: Language): string {
  const date = escapeHtml(formatDate(day, language));
  return sure ? date : `${date} (${escapeHtml(byHub[language])})`;
}

function aboutRows(record: PrintedRecord): readonly string[] {
  const { name, sex, birthYear, days, activeMs, attempts, right, films, attendance } = record;
  const minutes = Math.floor(activeMs / minuteMs);
  const names = [name.km, ...(name.en === undefined ? [] : [name.en])].join(' · ');
  return [
    row({ km: 'ឈ្មោះ', en: 'Name' }, escapeHtml(names)),
    ...(sex === null ? [] : [row({ km: 'ភេទ', en: 'Sex' }, inBoth(sexWords[sex]))]),
    ...(birthYear === null ? [] : [row({ km: 'ឆ្នាំកំណើត', en: 'Year of birth' }, String(birthYear))]),
    row({ km: 'ថ្ងៃដែលបានមករៀន', en: 'Days of learning' }, formatNumber(days, 'en')),
    row(
      { km: 'វត្តមានដែលបានបញ្ជាក់ (ថ្ងៃ · នាទី)', en: 'Attendance confirmed (days · minutes)' },
      `${formatNumber(attendance.days, 'en')} · ${attendance.about ? '± ' : ''}${formatNumber(attendance.minutes, 'en')}`,
    ),
    row({ km: 'ពេលរៀន (នាទី)', en: 'Time of learning (minutes)' }, formatNumber(minutes, 'en')),
    row(
      { km: 'ចម្លើយ · ត្រូវ', en: 'Answers · right' },
      `${formatNumber(attempts, 'en')} · ${formatNumber(right, 'en')}`,
    ),
    ...(films.count === 0
      ? []
      : [
          row(
            { km: 'ភាពយន្តមើលជាក្រុម · នាទី', en: 'Films watched with a group · minutes' },
            `${formatNumber(films.count, 'en')} · ${formatNumber(Math.floor(films.shownMs / minuteMs), 'en')}`,
          ),
        ]),
  ];
}

/** Nothing of it is the learner's paper ([LPG4]): it says whom it is for. */
function notesTable(notes: readonly PrintedNote[]): string {
  const rows = notes.map(({ note, day }) =>
    row(
      noteWords[note],
      `${escapeHtml(formatDate(day, 'km'))} · ${escapeHtml(formatDate(day, 'en'))}`,
    ),
  );
  const title = {
    km: 'ចំណាំអំពីការរៀន · សម្រាប់បុគ្គលិកតែប៉ុណ្ណោះ',
    en: 'Notes of how they learn · for staff only',
  };
  return `<h2>${both(title)}</h2><table>${rows.join('')}</table>`;
}

function courseTable(record: PrintedRecord, { title, lessons }: PrintedCourse): string {
  const rows = lessons.map((lesson) => row(lesson.title, inBoth(stateOf(record, lesson))));
  return `<h2>${both(title)}</h2><table>${rows.join('')}</table>`;
}

function otherLessons(record: PrintedRecord, courses: readonly PrintedCourse[]): string {
  const pieces = record.pieces.map(({ pack, piece }) => ({ pack, lesson: piece }));
  const rows = [...record.lessons, ...pieces]
    .filter((each) => titleOf(each, courses) === null)
    .map((each) => row({ km: each.lesson }, inBoth(stateOf(record, each))));
  if (rows.length === 0) return '';
  return `<h2>${both({ km: 'មេរៀនផ្សេងទៀត', en: 'Other lessons' })}</h2><table>${rows.join('')}</table>`;
}

function stateOf(record: PrintedRecord, of: { pack: string; lesson: string }): Localized {
  const held = record.lessons.find((each) => each.pack === of.pack && each.lesson === of.lesson);
  if (held !== undefined) return howFar(held.completedRuns > 0);
  const piece = record.pieces.find((each) => each.pack === of.pack && each.piece === of.lesson);
  if (piece === undefined) return { km: '–' };
  const far = howFar(piece.completed);
  if (piece.best === null) return far;
  // Nobody checked it ([PCE4]), and whoever reads the paper has to know.
  const percent = `${formatNumber(Math.round(piece.best * 100), 'en')}%`;
  return {
    km: `${far.km}, ${percent} តាមលំហាត់ខ្លួនឯង`,
    en: `${far.en}, ${percent} by its own count`,
  };
}

const howFar = (done: boolean) =>
  done ? { km: 'ចប់', en: 'done' } : { km: 'បានចាប់ផ្ដើម', en: 'begun' };

function corrections(record: PrintedRecord, courses: readonly PrintedCourse[]): string {
  if (record.corrections.length === 0) return '';
  const rows = record.corrections.map((each) => correctionRow(each, courses));
  return `<h2>${both({ km: 'អ្វីដែលបានកែ', en: 'Corrections' })}</h2><table>${rows.join('')}</table>`;
}

function correctionRow(
  { what, day, withdrawn }: HeldCorrection,
  courses: readonly PrintedCourse[],
): string {
  if (what.kind === 'withdraw') return '';
  const did =
    what.kind === 'strike'
      ? { km: 'មិនរាប់', en: 'not counted' }
      : { km: 'រាប់ថាចប់', en: 'counted as done' };
  const back = withdrawn ? [{ km: 'បានដកវិញ', en: 'taken back' }] : [];
  const words = [did, reasonWords[what.reason], ...back].map(inBoth).join('; ');
  const title = titleOf(what, courses) ?? { km: what.lesson };
  return row(title, `${words} · ${escapeHtml(formatDate(day, 'en'))}`);
}

function titleOf(
  of: { pack: string; lesson: string },
  courses: readonly PrintedCourse[],
): Localized | null {
  const all = courses.flatMap(({ lessons }) => lessons);
  return all.find((each) => each.pack === of.pack && each.lesson === of.lesson)?.title ?? null;
}

function row(name: Localized, value: string): string {
  return `<tr><th>${both(name)}</th><td>${value}</td></tr>`;
}

/** Khmer, and English under it. */
function both({ km, en }: Localized): string {
  return `${escapeHtml(km)}${en === undefined ? '' : `<span>${escapeHtml(en)}</span>`}`;
}

/** Khmer and English in one line. */
function inBoth({ km, en }: Localized): string {
  return escapeHtml(en === undefined ? km : `${km} · ${en}`);
}
