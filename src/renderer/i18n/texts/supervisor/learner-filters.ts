import type { Texts } from '../../text.ts';

const at = (context: string) => ({ context, screen: 'supervisor-learners-filters' });

/** Further filters over the list of learners. */
export const learnerFiltersTexts = {
  more: { km: 'តម្រង', en: 'Filters', ...at('Button over the list: shows further filters') },
  'more.none': {
    km: 'ដកតម្រង {count} ចេញ',
    en: 'Without filters ({count})',
    ...at('Button in its place once some are set: takes them away'),
  },
  course: { km: 'វគ្គ', en: 'Course', ...at('Filter') },
  'course.all': { km: 'គ្រប់វគ្គ', en: 'All courses', ...at('First choice of the filter') },
  'course.none': {
    km: 'មិនទាន់ដាក់ក្នុងវគ្គណា',
    en: 'Put into none yet',
    ...at('A choice of the filter: those whom no officer has put into a course'),
  },
  scope: { km: 'សម្រាប់', en: 'For', ...at('Filter: whom the group is for') },
  'scope.all': { km: 'ទាំងអស់', en: 'Everybody', ...at('First choice of the filter') },
  away: { km: 'អវត្តមាន', en: 'Not here', ...at('Filter: how long somebody was not here') },
  'away.all': { km: 'មិនគិត', en: 'Whenever', ...at('First choice of the filter') },
  'away.days': {
    km: '{days} ថ្ងៃ ឬលើស',
    en: '{days} {days|day|days} or more',
    ...at('A choice of the filter: who never was here is among them'),
  },
  help: {
    km: 'ត្រូវការជំនួយ {count}',
    en: 'Need help: {count}',
    ...at('Button: shows only those who gave several wrong answers and none right since'),
  },
} as const satisfies Texts;
