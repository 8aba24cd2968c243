import type { Texts } from '../../text.ts';

const at = (context: string) => ({ context, screen: 'supervisor-learner-new' });

/** One learner more. */
export const newLearnerTexts = {
  title: {
    km: 'អ្នករៀនថ្មី',
    en: 'New learner',
    ...at('Button over the list, and heading of its form'),
  },
  add: { km: 'ចុះឈ្មោះ', en: 'Add the learner', ...at('The one button that leads on') },
  adding: { km: 'កំពុងចុះឈ្មោះ', en: 'Adding', ...at('The same button meanwhile') },
  added: {
    km: 'បានចុះឈ្មោះ {name} ហើយ។',
    en: '{name} was added.',
    ...at('Over the form, ready for the next learner'),
  },
  way: { km: 'របៀបចូល', en: 'How they sign in', ...at('Choice') },
  'way.pictures': { km: 'រូបបួន', en: 'Four pictures', ...at('Choice of how they sign in') },
  'way.pin': { km: 'លេខប្រាំខ្ទង់', en: 'Five digits', ...at('Choice of how they sign in') },
  namesake: {
    km: 'មានអ្នករៀនឈ្មោះនេះរួចហើយ',
    en: 'Somebody of this name is here',
    ...at('Before somebody gets a second account'),
  },
  'namesake.closed': {
    km: 'គណនីបិទ',
    en: 'account closed',
    ...at('Beside that learner’s group: the account can be opened again'),
  },
  'namesake.more': {
    km: 'និង {count} នាក់ទៀត',
    en: 'and {count} more',
    ...at('Under those of the same name'),
  },
  'namesake.other': {
    km: 'នេះជាមនុស្សម្នាក់ផ្សេង',
    en: 'This is another person',
    ...at('To be ticked before the learner is added'),
  },
  told: {
    km: 'សម្រាប់អ្នករៀន',
    en: 'For the learner',
    context: 'Heading of what is told once: tile, card number, number for the first time',
    screen: 'supervisor-learner-told',
  },
} as const satisfies Texts;
