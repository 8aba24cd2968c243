import { reasonWords } from '../../../../domain/record/reason-words.ts';
import { absenceWords } from '../../../../domain/attendance/absence-words.ts';
import type { Texts } from '../../text.ts';

const at = (context: string, screen = 'supervisor-attendance') => ({ context, screen });
const line = (context: string) => at(context, 'supervisor-attendance-line');
const month = (context: string) => at(context, 'supervisor-attendance-month');

/** Who was in the lab: groups' sheets of lab days, confirmed and corrected. */
export const attendanceTexts = {
  title: { km: 'វត្តមាន', en: 'Attendance', ...at('Heading') },
  waiting: {
    km: '{count} ថ្ងៃរង់ចាំការបញ្ជាក់',
    en: '{count} {count|day|days} to be confirmed',
    ...at('Beside the heading: earlier days of the chosen group with lines nobody confirmed'),
  },
  'no-groups.title': {
    km: 'មិនទាន់មានក្រុមទេ',
    en: 'No group yet',
    ...at('Nothing in the place', 'supervisor-empty-attendance'),
  },
  'no-groups.do': {
    km: 'វត្តមានត្រូវបានកត់តាមក្រុម។ សូមបង្កើតក្រុមទីមួយ ហើយដាក់អ្នករៀនក្នុងនោះ។',
    en: 'Attendance is kept by group. Make the first group, and put learners into it.',
    ...at('As above', 'supervisor-empty-attendance'),
  },
  'no-day.title': {
    km: 'មិនទាន់ដឹងថ្ងៃខែ',
    en: 'The date is not known yet',
    ...at('The hub was not heard since the start', 'supervisor-empty-attendance'),
  },
  'no-day.do': {
    km: 'បញ្ជីនឹងបង្ហាញ ពេលម៉ាស៊ីនមេឆ្លើយមក។',
    en: 'The sheets show once the hub has answered.',
    ...at('As above', 'supervisor-empty-attendance'),
  },
  group: { km: 'ក្រុម', en: 'Group', ...at('Choice of a group') },
  'group.waiting': {
    km: '{name} · រង់ចាំ {count}',
    en: '{name} · {count} waiting',
    ...at('One of the groups, with earlier days to be confirmed'),
  },
  day: { km: 'ថ្ងៃ', en: 'Day', ...at('Choice of a lab day') },
  'day.today': { km: 'ថ្ងៃនេះ · {day}', en: 'Today · {day}', ...at('One of the days') },
  'state.none': { km: 'គ្មានអ្នកមក', en: 'nobody came', ...at('State of a day’s sheet') },
  'state.waiting': {
    km: 'រង់ចាំ {count} នាក់',
    en: '{count} to confirm',
    ...at('State of a day’s sheet'),
  },
  'state.differs': {
    km: 'ខុសពីការបញ្ជាក់ {count} នាក់',
    en: 'not as confirmed: {count}',
    ...at('State of a day’s sheet'),
  },
  'state.done': { km: 'បានបញ្ជាក់', en: 'confirmed', ...at('State of a day’s sheet') },
  'state.to-come': {
    km: 'នាឡិកាខុស',
    en: 'a clock was wrong',
    ...at('State of a sheet of a day that has not come by the lab’s date'),
  },
  span: { km: 'មើល', en: 'Look at', ...at('Choice between a day and a month') },
  'span.day': { km: 'មួយថ្ងៃ', en: 'A day', ...at('Choice') },
  'span.month': { km: 'មួយខែ', en: 'A month', ...at('Choice') },
  month: { km: 'ខែ', en: 'Month', ...month('Choice of a month') },
  learner: { km: 'អ្នករៀន', en: 'Learner', ...at('Head of a column') },
  there: { km: 'វត្តមាន', en: 'There', ...at('Head of a column: present or absent') },
  minutes: { km: 'នាទី', en: 'Minutes', ...at('Head of a column, and field') },
  why: {
    km: 'មូលហេតុអវត្តមាន',
    en: 'Why away',
    ...at('Head of a column, and choice, where somebody is absent'),
  },
  stands: { km: 'ស្ថានភាព', en: 'How it stands', ...at('Head of a column: proposed, confirmed …') },
  present: { km: 'មក', en: 'Present', ...at('Was in the lab') },
  absent: { km: 'អវត្តមាន', en: 'Absent', ...at('Was not in the lab') },
  'minutes.sure': { km: '{count} នាទី', en: '{count} min', ...at('Time in the lab') },
  'minutes.about': {
    km: 'ប្រហែល {count} នាទី',
    en: 'about {count} min',
    ...at('Time in the lab where a clock or a restart makes it uncertain'),
  },
  'absence.excused': { ...absenceWords.excused, ...at('Why somebody was not there') },
  'absence.work': { ...absenceWords.work, ...at('Why somebody was not there') },
  'absence.other-activity': {
    ...absenceWords['other-activity'],
    ...at('Why somebody was not there'),
  },
  'absence.transferred': { ...absenceWords.transferred, ...at('Why somebody was not there') },
  'absence.left': { ...absenceWords.left, ...at('Why somebody was not there') },
  'absence.unexplained': { ...absenceWords.unexplained, ...at('Why somebody was not there') },
  'stands.proposed': {
    km: 'តាមកំណត់ត្រា',
    en: 'Proposed',
    ...at('A line as the records say it; nobody has confirmed it'),
  },
  'stands.by-hand': {
    km: 'កែដោយដៃ',
    en: 'Changed by hand',
    ...at('A line that was changed and is not confirmed yet'),
  },
  'stands.confirmed': { km: 'បានបញ្ជាក់', en: 'Confirmed', ...at('A line') },
  'stands.corrected': {
    km: 'បានកែក្រោយ',
    en: 'Corrected since',
    ...at('A line that was confirmed and corrected'),
  },
  'stands.differs': {
    km: 'ខុសពីការបញ្ជាក់',
    en: 'Not as confirmed',
    ...at('A confirmed line, where records came later that say otherwise'),
  },
  'nobody.title': {
    km: 'គ្មានអ្នកណាក្នុងក្រុមនេះមកថ្ងៃនេះទេ',
    en: 'Nobody of this group was here on this day',
    ...at('A day without a sheet', 'supervisor-attendance-nobody'),
  },
  'nobody.do': {
    km: 'បើមានអ្នកមក តែគ្មានកុំព្យូទ័រណាបានកត់ អ្នកអាចបំពេញបញ្ជីដោយដៃ។',
    en: 'If somebody was here and no computer recorded it, the sheet can be filled in by hand.',
    ...at('As above', 'supervisor-attendance-nobody'),
  },
  'nobody.fill': {
    km: 'បំពេញដោយដៃ',
    en: 'Fill it in by hand',
    ...at('Button: shows everybody of the group', 'supervisor-attendance-nobody'),
  },
  'to-come': {
    km: 'តាមកាលបរិច្ឆេទបន្ទប់រៀន ថ្ងៃនេះមិនទាន់មកដល់ទេ៖ នាឡិកាបានខុស។ មិនអាចបញ្ជាក់បញ្ជីនេះបានទេ។ សូមបើកថ្ងៃត្រឹមត្រូវ ហើយបំពេញដោយដៃ។',
    en: 'By the lab’s date this day has not come: a clock was wrong. The sheet can’t be confirmed. Open the right day, and fill it in by hand.',
    ...at('Over a sheet of a day to come'),
  },
  confirm: {
    km: 'បញ្ជាក់បញ្ជីនេះ៖ មក {present} នាក់ អវត្តមាន {absent} នាក់',
    en: 'Confirm: {present} present, {absent} absent',
    ...at('The one button that leads on: all lines that are not confirmed yet'),
  },
  'confirm.after': {
    km: 'ក្រោយបញ្ជាក់ អាចកែបានតែដោយកំណត់ត្រាថ្មី ដែលមានឈ្មោះអ្នកកែ និងមូលហេតុ។',
    en: 'Once confirmed it can be corrected only by a new record, with who and why.',
    ...at('Under that button'),
  },
  'confirm.done': { km: 'បានបញ្ជាក់ហើយ។', en: 'Confirmed.', ...at('After it') },
  'all-done': {
    km: 'បញ្ជីនេះបានបញ្ជាក់ទាំងអស់ហើយ។',
    en: 'All of this sheet is confirmed.',
    ...at('Where the button would be'),
  },
  'sees-only': {
    km: 'មន្ត្រី ឬប្រធានមជ្ឈមណ្ឌលជាអ្នកបញ្ជាក់បញ្ជីនេះ។',
    en: 'An officer or site manager confirms this sheet.',
    ...at('Where the button would be, for an instructor'),
  },
  'line.said': {
    km: 'អ្វីដែលបាននិយាយ',
    en: 'What was said',
    ...line('Heading in the panel of one line'),
  },
  'line.records': {
    km: 'តាមកំណត់ត្រាឥឡូវ៖ {word}',
    en: 'By the records of now: {word}',
    ...line('Under the name'),
  },
  'line.then': {
    km: 'តាមកំណត់ត្រាពេលនោះ៖ {word}',
    en: 'By the records of then: {word}',
    ...line('Under each word that was said'),
  },
  'line.confirmed': {
    km: '{name} បានបញ្ជាក់ នៅថ្ងៃទី {day}',
    en: 'Confirmed by {name}, {day}',
    ...line('Under a word that was said'),
  },
  'line.corrected': {
    km: '{name} បានកែ នៅថ្ងៃទី {day}៖ {why}',
    en: 'Corrected by {name}, {day}: {why}',
    ...line('Under a word that was said'),
  },
  'line.differs': {
    km: 'កំណត់ត្រាដែលមកក្រោយ និយាយខុសពីអ្វីដែលបានបញ្ជាក់។ គ្មានអ្វីប្ដូរដោយខ្លួនឯងទេ៖ សូមមើល រួចកែ ឬបញ្ជាក់ដដែល។',
    en: 'Records that came later say otherwise than was confirmed. Nothing changes by itself: look, then correct it, or say the same again.',
    ...line('In the panel of such a line'),
  },
  'correct.title': { km: 'កែ', en: 'Correct it', ...line('Heading of the form') },
  'correct.holds': {
    km: 'អ្វីដែលបាននិយាយពីមុននៅដដែល។ ពាក្យថ្មីនេះមានសុពលភាពចាប់ពីពេលនេះ។',
    en: 'What was said before stays as it is. The new word holds from now on.',
    ...line('In the form'),
  },
  'correct.do': {
    km: 'រក្សាទុកការកែ',
    en: 'Save the correction',
    ...line('The one button that leads on'),
  },
  'correct.wrongly-marked': { ...reasonWords['wrongly-marked'], ...line('Reason') },
  'correct.recorded-later': { ...reasonWords['recorded-later'], ...line('Reason') },
  'correct.minutes-wrong': { ...reasonWords['minutes-wrong'], ...line('Reason') },
  'correct.absence-known': { ...reasonWords['absence-known'], ...line('Reason') },
  'month.days': { km: 'ថ្ងៃបានបញ្ជាក់', en: 'Days confirmed', ...month('Head of a column') },
  'month.minutes': { km: 'នាទីបានបញ្ជាក់', en: 'Minutes confirmed', ...month('Head of a column') },
  'month.away': { km: 'អវត្តមាន', en: 'Away', ...month('Head of a column: days by reason') },
  'month.proposed': {
    km: 'មិនទាន់បញ្ជាក់',
    en: 'Not confirmed yet',
    ...month('Head of a column: days proposed only'),
  },
  'month.proposed-days': {
    km: '{count} ថ្ងៃ · {time}',
    en: '{count} {count|day|days} · {time}',
    ...month('In that column'),
  },
  'month.none': {
    km: 'គ្មានបញ្ជីសម្រាប់ខែនេះទេ។',
    en: 'There is no sheet in this month.',
    ...month('Nothing in the table'),
  },
  print: { km: 'រក្សាទុកជា PDF', en: 'Save as PDF', ...at('Button: the sheet on A4') },
  'print.making': { km: 'កំពុងធ្វើ…', en: 'Making it …', ...at('As above, while it is made') },
  'print.saved': { km: 'បានរក្សាទុក៖ {file}', en: 'Saved: {file}', ...at('After it') },
  'print.left': {
    km: 'មិនបានរក្សាទុកទេ។',
    en: 'It was not saved.',
    ...at('After no place was chosen'),
  },
} as const satisfies Texts;
