import type { Texts } from '../text.ts';

/** What both windows say. */
export const commonTexts = {
  'language.km': {
    km: 'ខ្មែរ',
    en: 'ខ្មែរ',
    context: 'Language switch: Khmer, in its own script always',
    screen: 'home',
  },
  'language.en': {
    km: 'English',
    en: 'English',
    context: 'Language switch: English, in its own script always',
    screen: 'home',
  },
  'language.change': {
    km: 'ប្ដូរភាសា',
    en: 'Change language',
    context: 'Language switch: what it does, for screen readers',
    screen: 'home',
  },
  'lamp.saved': {
    km: 'រក្សាទុករួច',
    en: 'Saved',
    context: 'Lamp: the hub holds all the work done here',
    screen: 'home',
  },
  'lamp.waiting': {
    km: 'រង់ចាំផ្ញើ {count}',
    en: 'Waiting: {count}',
    context: 'Lamp: work is safe on this computer and about to go to the hub',
    screen: 'home-waiting',
  },
  'lamp.away': {
    km: 'ដាច់ពីមេ',
    en: 'Hub away',
    context: 'Lamp: the hub does not answer; work is safe on this computer',
    screen: 'home-away',
  },
  'lamp.kept': {
    km: 'រង់ចាំ {count}',
    en: '{count} waiting',
    context: 'Under the lamp while the hub is away: records kept here that no receipt covers',
    screen: 'home-away',
  },
  'lamp.together': {
    km: 'ដាច់ពីមេ',
    en: 'Hub away',
    context: 'Lamp: the hub does not answer; other stations hold copies of the work meanwhile',
    screen: 'home-together',
  },
  'lamp.stations': {
    km: 'ភ្ជាប់គ្នា {count} គ្រឿង',
    en: '{count} together',
    context:
      'Under the lamp, hub away: how many stations hold each other’s work, this one included',
    screen: 'home-together',
  },
  'lamp.never': {
    km: 'មិនទាន់ភ្ជាប់',
    en: 'not yet sent',
    context: 'Under the lamp: this station never had a receipt from the hub',
    screen: 'home-away',
  },
  'audio.listen': {
    km: 'ស្ដាប់',
    en: 'Listen',
    context: 'Button that plays the recording of a text',
    screen: 'lesson-choice',
  },
  'audio.stop': {
    km: 'ឈប់ស្ដាប់',
    en: 'Stop',
    context: 'The same button while the recording plays',
    screen: 'lesson-choice',
  },
  'audio.none': {
    km: 'មិនទាន់ថតសំឡេង',
    en: 'No recording yet',
    context: 'For staff and authors only: in place of the button that plays a recording',
    screen: 'preview-item',
  },
  'progress.of': {
    km: '{done} ក្នុង {total}',
    en: '{done} of {total}',
    context: 'How much of a lesson or course is done',
    screen: 'home',
  },
  close: {
    km: 'បិទ',
    en: 'Close',
    context: 'Closes a panel',
    screen: 'sign-out',
  },
  'error.again': {
    km: 'សាកម្ដងទៀត',
    en: 'Try again',
    context: 'Button under an error',
    screen: 'error',
  },
} as const satisfies Texts;
