import type { Texts } from '../../text.ts';

const on = (context: string) => ({ context, screen: 'supervisor-practice' });
const who = on('A pretend learner’s name, by the picture of their tile');

/** Who and what is in the pretend lab: every name says that it is pretend. */
export const pretendLabTexts = {
  'learner.fish': { km: 'សាកល្បង ត្រី', en: 'Pretend Fish', ...who },
  'learner.elephant': { km: 'សាកល្បង ដំរី', en: 'Pretend Elephant', ...who },
  'learner.lotus': { km: 'សាកល្បង ឈូក', en: 'Pretend Lotus', ...who },
  'learner.mango': { km: 'សាកល្បង ស្វាយ', en: 'Pretend Mango', ...who },
  'learner.moon': { km: 'សាកល្បង ខែ', en: 'Pretend Moon', ...who },
  'learner.bell': { km: 'សាកល្បង កណ្ដឹង', en: 'Pretend Bell', ...who },
  'learner.star': { km: 'សាកល្បង ផ្កាយ', en: 'Pretend Star', ...who },
  'group.a': { km: 'ក្រុមសាកល្បង ក', en: 'Pretend group A', ...on('Name of a pretend group') },
  'group.b': { km: 'ក្រុមសាកល្បង ខ', en: 'Pretend group B', ...on('As above') },
  pc: {
    km: 'ម៉ាស៊ីនសាកល្បង {seat}',
    en: 'Pretend PC {seat}',
    ...on('Name of a pretend computer'),
  },
  course: { km: 'វគ្គសាកល្បង', en: 'Pretend course', ...on('Name of a pretend course') },
  'lesson.letters': {
    km: 'មេរៀនសាកល្បង៖ អក្សរ',
    en: 'Pretend lesson: letters',
    ...on('Name of a pretend lesson'),
  },
  'lesson.numbers': {
    km: 'មេរៀនសាកល្បង៖ លេខ',
    en: 'Pretend lesson: numbers',
    ...on('As above'),
  },
  'lesson.market': {
    km: 'មេរៀនសាកល្បង៖ ទៅផ្សារ',
    en: 'Pretend lesson: to the market',
    ...on('As above'),
  },
  item: {
    km: 'សំណួរសាកល្បង៖ តើមួយណាត្រូវ?',
    en: 'Pretend question: which one fits?',
    ...on('What is asked in a pretend lesson'),
  },
} as const satisfies Texts;
