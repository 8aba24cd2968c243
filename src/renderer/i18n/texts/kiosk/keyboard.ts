import type { Texts } from '../../text.ts';

/** The keys of the on-screen keyboard. */
export const kioskKeyboardTexts = {
  'key.space': {
    km: 'ដកឃ្លា',
    en: 'Space',
    context: 'The space bar',
    screen: 'lesson-text',
  },
  'key.erase': {
    km: 'លុប',
    en: 'Erase',
    context: 'Key that takes the last sign away',
    screen: 'lesson-text',
  },
  'key.shift': {
    km: 'ប្ដូរ',
    en: 'Shift',
    context: 'Key for the second signs of the keys',
    screen: 'lesson-text-nida',
  },
  'key.third': {
    km: 'សញ្ញាទីបី',
    en: 'Third signs',
    context: 'The same key once Shift is on: pressed again it leads to the rare signs of the keys',
    screen: 'lesson-text-nida',
  },
  'key.letters': {
    km: 'តាមលំដាប់',
    en: 'A to Z',
    context: 'Key that shows the letters in alphabetical order, in large keys',
    screen: 'lesson-text-nida',
  },
  'key.keyboard': {
    km: 'ក្ដារចុច',
    en: 'Keyboard',
    context: 'Key that shows the letters as on a keyboard',
    screen: 'lesson-text',
  },
  'key.next': {
    km: 'អក្សរបន្ទាប់',
    en: 'More letters',
    context: 'Next page of the alphabetical board',
    screen: 'lesson-text',
  },
  'key.back': {
    km: 'អក្សរមុន',
    en: 'Letters before',
    context: 'Page before of the alphabetical board',
    screen: 'lesson-text',
  },
  'keys.touch': {
    km: 'ចុចលើអេក្រង់',
    en: 'Touch the screen',
    context: 'Keyboard drill: shows the keys on the screen, for who has a mouse alone',
    screen: 'lesson-keys',
  },
  'keys.desk': {
    km: 'ចុចលើក្ដារចុច',
    en: 'Use the keyboard',
    context: 'Keyboard drill: takes the keys off the screen; those of the desk are pressed',
    screen: 'lesson-keys-touch',
  },
} as const satisfies Texts;
