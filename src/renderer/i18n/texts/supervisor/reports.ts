import type { Texts } from '../../text.ts';

const on = (context: string) => ({ context, screen: 'supervisor-reports' });

export const reportsTexts = {
  title: {
    km: 'របាយការណ៍',
    en: 'Reports',
    ...on('Title of the place'),
  },
  kind: {
    km: 'របាយការណ៍អំពី',
    en: 'Report',
    ...on('Over a list of the five kinds of report'),
  },
  group: { km: 'ក្រុម', en: 'Group', ...on('Over the list of groups') },
  'group.all': {
    km: 'ក្រុមទាំងអស់',
    en: 'All groups',
    ...on('First in that list'),
  },
  'group.more': { km: 'និងក្រុម', en: 'And group', ...on('Over the list of a further group') },
  'group.no-more': { km: 'គ្មានទៀត', en: 'No other', ...on('First in that list') },
  course: { km: 'វគ្គ', en: 'Course', ...on('Over the list of courses') },
  'course.all': {
    km: 'វគ្គទាំងអស់',
    en: 'All courses',
    ...on('First in that list'),
  },
  span: { km: 'រយៈពេល', en: 'Span', ...on('Over a list of spans of days') },
  'span.all': {
    km: 'តាំងពីដើម',
    en: 'Since the beginning',
    ...on('First in that list'),
  },
  'span.week': {
    km: '៧ ថ្ងៃចុងក្រោយ',
    en: 'Last 7 days',
    ...on('In that list'),
  },
  'span.days': {
    km: '៣០ ថ្ងៃចុងក្រោយ',
    en: 'Last 30 days',
    ...on('In that list'),
  },
  making: {
    km: 'កំពុងរាប់…',
    en: 'Counting…',
    ...on('While a report is made, for less than a second'),
  },
  again: {
    km: 'ធ្វើឡើងវិញ',
    en: 'Make anew',
    ...on('Button: counts once more, with what came since'),
  },
  'save.xlsx': {
    km: 'រក្សាទុក Excel',
    en: 'Save for Excel',
    ...on('Button: saves the report as a workbook (.xlsx)'),
  },
  'save.csv': {
    km: 'រក្សាទុក CSV',
    en: 'Save as CSV',
    ...on('Button: saves the report as plain text for any spreadsheet'),
  },
  'save.page': {
    km: 'រក្សាទុក PDF',
    en: 'Save PDF',
    ...on('Button: saves the report as a PDF, to be printed'),
  },
  saved: {
    km: 'បានរក្សាទុក៖ {file}',
    en: 'Saved: {file}',
    ...on('Once it is saved; {file} is the name of the file'),
  },
  'saved.noted': {
    km: 'ឯកសារដែលរក្សាទុក មានកត់ត្រាក្នុងកំណត់ហេតុជានិច្ច។',
    en: 'Each file that is saved is noted in the trail.',
    ...on('Beside the buttons that save'),
  },
  rows: {
    km: 'ជួរ {first}–{last} ក្នុង {all}',
    en: 'Rows {first}–{last} of {all}',
    ...on('Under a long table'),
  },
  before: { km: 'ជួរមុន', en: 'Rows before', ...on('Button under a long table') },
  after: { km: 'ជួរបន្ទាប់', en: 'Next rows', ...on('Button under a long table') },
  'empty.title': {
    km: 'គ្មានអ្វីត្រូវរាប់ទេ',
    en: 'There is nothing to count',
    ...on('In place of the table, where the report has no rows'),
  },
  'empty.do': {
    km: 'សូមជ្រើសក្រុម វគ្គ ឬរយៈពេលផ្សេង។ អ្វីដែលអ្នករៀនធ្វើ នឹងមកដល់ទីនេះដោយខ្លួនឯង។',
    en: 'Choose other groups, another course or span. What learners do comes here by itself.',
    ...on('As above'),
  },
  notes: { km: 'កំណត់សម្គាល់', en: 'Notes', ...on('Over the notes under the table') },
} as const satisfies Texts;
