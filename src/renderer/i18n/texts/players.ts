import type { Texts } from '../text.ts';

/** What players of films and recordings say: one word under a large picture. */
export const playerTexts = {
  play: { km: 'ចាក់', en: 'Play', context: 'Button of a film', screen: 'piece-film' },
  pause: { km: 'ផ្អាក', en: 'Pause', context: 'Button of a film', screen: 'piece-film' },
  back: { km: 'ថយ', en: 'Back', context: 'Button: ten seconds back', screen: 'piece-film' },
  forward: { km: 'ទៅមុខ', en: 'Forward', context: 'Button: ten seconds on', screen: 'piece-film' },
  speed: {
    km: 'ល្បឿន {times}',
    en: 'Speed {times}',
    context: 'Button: how fast a film plays, as 1 or 0.75',
    screen: 'piece-film',
  },
  'words.off': {
    km: 'គ្មានអក្សររត់',
    en: 'No words',
    context: 'Button: captions are off',
    screen: 'piece-film',
  },
  'words.km': {
    km: 'អក្សរខ្មែរ',
    en: 'Khmer words',
    context: 'Button: captions in Khmer are on',
    screen: 'piece-film',
  },
  'words.en': {
    km: 'អក្សរអង់គ្លេស',
    en: 'English words',
    context: 'Button: captions in English are on',
    screen: 'piece-film',
  },
  part: {
    km: 'វគ្គបន្ទាប់',
    en: 'Next part',
    context: 'Button: the next chapter of a film',
    screen: 'piece-film',
  },
  place: {
    km: 'កន្លែងក្នុងភាពយន្ត',
    en: 'Place in the film',
    context: 'The slider of a film, for screen readers',
    screen: 'piece-film',
  },
} as const satisfies Texts;
