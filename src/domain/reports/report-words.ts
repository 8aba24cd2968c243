import type { ReportKind } from '../../shared/contracts/ipc/report-views.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import { formatDate, monthName } from '../../shared/khmer/dates.ts';
import { formatDigits, formatNumber } from '../../shared/khmer/numbers.ts';

/** What reports say, on the screen, in files and on paper alike. */

const words = (km: string, en: string) => ({ km, en });

export const reportTitles: Readonly<Record<ReportKind, Localized>> = {
  progress: words('វឌ្ឍនភាពតាមវគ្គ និងក្រុម', 'Progress by course and group'),
  skills: words('ជំនាញ និងអ្នកដែលចេះស្ទាត់', 'Skills and who has mastered them'),
  items: words('សំណួរពិបាកជាងគេ', 'Hardest questions'),
  help: words('អ្នកដែលត្រូវការជំនួយ', 'Who needs help'),
  hours: words('ម៉ោងរៀន', 'Hours of learning'),
};

/** What is counted, so that every number can be explained. */
export const countedWords: Readonly<Record<ReportKind, Localized>> = {
  progress: words(
    'រាប់អ្នករៀនដែលគណនីនៅបើក និងរៀនវគ្គនោះ។ មេរៀនចប់ គឺបានឆ្លើយដល់ចប់យ៉ាងតិចម្ដង។',
    'Counted: learners with an open account who take the course. A lesson is done once it was gone through to its end.',
  ),
  skills: words(
    'រាប់អ្នករៀនដែលគណនីនៅបើក និងរៀនវគ្គនោះ។ ចេះស្ទាត់តាមអ្វីដែលវគ្គកំណត់ ហើយមិនបាត់វិញឡើយ។',
    'Counted: learners with an open account who take the course. A skill is mastered as its course says, and stays so.',
  ),
  items: words(
    'រាប់អ្នករៀនម្នាក់ម្ដងក្នុងសំណួរនីមួយៗ៖ អ្នកដែលបានឆ្លើយ និងអ្នកដែលចម្លើយដំបូងខុស ក្នុងមេរៀន ឬពេលរំលឹក ទោះលើកណាក៏ដោយ។',
    'Each learner counts once for a question: who answered it, and whose first answer was wrong in any run of its lesson or review of it.',
  ),
  help: words(
    'រាប់អ្នករៀនដែលគណនីនៅបើក៖ ឆ្លើយខុសបួនដងជាប់គ្នា ឬចម្លើយត្រូវតិចជាងពាក់កណ្ដាល (ក្នុងចម្លើយយ៉ាងតិច ២០) ឬមិនបានមក ១៤ ថ្ងៃ ទោះបានចាប់ផ្ដើមហើយ។',
    'Counted: learners with an open account who answered wrong four times in a row, or of whose answers (20 at least) under half were right, or who began and have not been here for 14 days.',
  ),
  hours: words(
    'រាប់អ្នករៀនដែលគណនីនៅបើក។ នាទីក្នុងបន្ទប់ គឺពីចូលដល់ចេញ តាមកុំព្យូទ័រ រាប់ជានាទីពេញក្នុងមួយថ្ងៃ។ ភាពយន្តជាក្រុមរាប់ដោយឡែក។',
    'Counted: learners with an open account. Minutes in the lab are those from sign-in to sign-out, in whole minutes of each day. Films watched with a group stand apart.',
  ),
};

export const headings = {
  course: words('វគ្គ', 'Course'),
  group: words('ក្រុម', 'Group'),
  learner: words('អ្នករៀន', 'Learner'),
  learners: words('អ្នករៀន (នាក់)', 'Learners'),
  begun: words('បានចាប់ផ្ដើម', 'Have begun'),
  finished: words('ចប់វគ្គ', 'Finished it'),
  done: words('មេរៀនចប់', 'Lessons done'),
  share: words('ភាគនៃមេរៀនទាំងអស់', 'Share of all lessons'),
  inSpan: words('ចប់ក្នុងរយៈពេលនេះ', 'Done in this span'),
  skill: words('ជំនាញ', 'Skill'),
  tried: words('បានសាក', 'Have tried'),
  mastered: words('ចេះស្ទាត់', 'Have mastered'),
  ofTried: words('ភាគនៃអ្នកសាក', 'Share of those'),
  lesson: words('មេរៀន', 'Lesson'),
  question: words('សំណួរ', 'Question'),
  asked: words('បានឆ្លើយ (នាក់)', 'Answered by'),
  missed: words('ខុសលើកទីមួយ (នាក់)', 'First wrong'),
  ofAsked: words('ភាគ', 'Share'),
  wrong: words('ចម្លើយខុសញឹកញាប់', 'Usual wrong answer'),
  wrongBy: words('នាក់', 'By'),
  next: words('បន្ទាប់មក', 'Then'),
  why: words('មូលហេតុ', 'Why'),
  answers: words('ចម្លើយ', 'Answers'),
  right: words('ត្រូវ', 'Right'),
  last: words('មកចុងក្រោយ', 'Last here'),
  days: words('ថ្ងៃដែលមក', 'Days here'),
  minutes: words('នាទីក្នុងបន្ទប់', 'Minutes in the lab'),
  active: words('នាទីកំពុងធ្វើ', 'Minutes at work'),
  films: words('ភាពយន្តជាក្រុម (នាទី)', 'Films with a group (min)'),
  confirmedDays: words('ថ្ងៃបានបញ្ជាក់', 'Days confirmed'),
  confirmed: words('នាទីបានបញ្ជាក់', 'Minutes confirmed'),
  span: words('រយៈពេល', 'Span'),
  whichGroups: words('ក្រុម', 'Groups'),
  total: words('សរុប', 'Total'),
} as const;

export const said = {
  everyGroup: words('ទាំងអស់', 'All'),
  everyCourse: words('ទាំងអស់', 'All'),
  sinceEver: words('តាំងពីដើម', 'Since the beginning'),
  stuck: words('ជាប់គាំង', 'Not getting on'),
  fewRight: words('ត្រូវតិចជាងពាក់កណ្ដាល', 'Under half right'),
  away: words('មិនបានមក ១៤ ថ្ងៃ', 'Not here for 14 days'),
  notes: words('កំណត់សម្គាល់', 'Notes'),
  chartProgress: words('ភាគនៃមេរៀនដែលចប់ (%)', 'Share of lessons done (%)'),
  chartSkills: words('បានសាក និងចេះស្ទាត់ (នាក់)', 'Have tried and have mastered (learners)'),
  chartItems: words('ខុសលើកទីមួយ (%)', 'Wrong at the first try (%)'),
  chartHelp: words('តាមមូលហេតុ (នាក់)', 'By reason (learners)'),
  chartHours: words('នាទីក្នុងបន្ទប់ តាមថ្ងៃ ឬខែ', 'Minutes in the lab, by day or month'),
} as const;

/** Notes of what is not known, of what somebody only says of themselves, and of who may see this. */
export const notes = {
  ownWord: words(
    'ភាពយន្ត សៀវភៅ និងមាតិកាផ្សេង ចប់តាមអ្វីដែលវាប្រាប់ខ្លួនឯង គ្មាននរណាពិនិត្យទេ។',
    'Films, books and other content are done by their own word; nobody checked it.',
  ),
  onlyLessons: words(
    'រាប់តែមេរៀនរបស់រៀន។ មាតិកាផ្សេង ការគូរ និងលំហាត់ក្ដារចុច គ្មានចម្លើយខុសឱ្យរាប់ទេ។',
    'Lessons of Rean’s own alone are counted. Other content, drawing and drills have no wrong answers that could be counted.',
  ),
  asOfNow: words('ដូចមកដល់ពេលនេះ មិនមែនតាមរយៈពេលទេ។', 'As it stands now, whatever the span.'),
  fewAsked: words(
    'សំណួរដែលមានអ្នកឆ្លើយតិចជាង ៥ នាក់ នៅខាងក្រោយ។',
    'Questions that fewer than 5 learners answered stand last.',
  ),
  noToday: words(
    'មិនទាន់ដឹងថ្ងៃនេះទេ៖ មិនដឹងថានរណាមិនបានមកយូរ។',
    'Today’s date is not known yet, so nobody can be said to have stayed away.',
  ),
  recorded: words(
    'នាទីក្នុងបន្ទប់ និងភាពយន្ត តាមអ្វីដែលកុំព្យូទ័របានកត់ត្រា។ «បានបញ្ជាក់» តាមអ្វីដែលមន្ត្រីបញ្ជាក់ ទាំងភាពយន្តជាក្រុម។',
    'Minutes in the lab and films are as the computers recorded them. “Confirmed” is as officers confirmed it, with films watched with a group.',
  ),
  named: words(
    'មានឈ្មោះអ្នករៀន៖ សម្រាប់មន្ត្រី និងអ្នកគ្រប់គ្រងមជ្ឈមណ្ឌលប៉ុណ្ណោះ។ កុំទុកចោល។',
    'Names learners: for officers and site managers only. Do not leave it lying about.',
  ),
  unnamed: words(
    'គ្មានឈ្មោះ ប៉ុន្តែលេខតូចៗអាចប្រាប់ពីមនុស្ស៖ ទុកក្នុងមជ្ឈមណ្ឌលនេះ។',
    'Names nobody, but small numbers can tell of a person: it stays within this site.',
  ),
} as const;

/** A number in a sentence. */
export const counted = (
  count: number,
  km: (number: string) => string,
  en: (number: string) => string,
): Localized => ({ km: km(formatNumber(count, 'km')), en: en(formatNumber(count, 'en')) });

export const unheardNote = (count: number): Localized =>
  counted(
    count,
    (number) => `អ្នករៀន ${number} នាក់ គ្មានអ្វីមកដល់ទីនេះទេ៖ រាប់ជាសូន្យ។`,
    (number) => `Of ${number} learners nothing has come here: they count as zero.`,
  );

export const monthsNote = (minutes: number): Localized =>
  counted(
    minutes,
    (number) => `${number} នាទី នៃខែដែលរក្សាទុកតែផលបូក ហើយរយៈពេលនេះមានតែមួយភាគនៃខែនោះ៖ មិនរាប់ទេ។`,
    (number) =>
      `${number} minutes are not counted: of those months only the sum was kept, and this span has only a part of them.`,
  );

export const unfinishedDayNote = (lessons: number): Localized =>
  counted(
    lessons,
    (number) => `${number} មេរៀនចប់ មិនដឹងថ្ងៃ៖ មិនរាប់ក្នុងរយៈពេលទេ។`,
    (number) => `${number} lessons were done on no known day: they count in no span.`,
  );

export const nobodyNote = (skills: number): Localized =>
  counted(
    skills,
    (number) => `ជំនាញ ${number} បានសាកហើយ តែគ្មាននរណាចេះស្ទាត់ទេ។`,
    (number) => `${number} skills were tried, and nobody has mastered them.`,
  );

const dayMs = 86_400_000;

/** `YYYY-MM-DD` of days since 1970. */
export const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** `១ មករា ២០២៦ – …`, as far as it is bounded. */
export function spanWords(from: string | null, to: string | null): Localized {
  if (from === null && to === null) return said.sinceEver;
  const written = (language: 'km' | 'en') =>
    [from, to].map((day) => (day === null ? '…' : formatDate(day, language))).join(' – ');
  return { km: written('km'), en: written('en') };
}

/** A day, or a month, `YYYY-MM`, under a bar. */
export function whenWords(when: string): Localized {
  const [year = 0, month = 0, day] = when.split('-').map(Number);
  const written = (language: 'km' | 'en') =>
    [
      ...(day === undefined ? [] : [formatDigits(day, language)]),
      monthName(month, language),
      ...(day === undefined ? [formatDigits(year, language)] : []),
    ].join(' ');
  return { km: written('km'), en: written('en') };
}
