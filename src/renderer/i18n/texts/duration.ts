import type { Texts } from '../text.ts';

export const durationTexts = {
  none: {
    km: 'មិនទាន់មាន',
    en: 'none yet',
    context: 'Time spent on lessons, before any',
    screen: 'supervisor-learner',
  },
  short: {
    km: 'ក្រោម ១ នាទី',
    en: 'under 1 min',
    context: 'Time spent on lessons',
    screen: 'supervisor-learner',
  },
  minutes: {
    km: '{minutes} នាទី',
    en: '{minutes} min',
    context: 'Time spent on lessons',
    screen: 'supervisor-learner',
  },
  hours: {
    km: '{hours} ម៉ោង {minutes} នាទី',
    en: '{hours} h {minutes} min',
    context: 'Time spent on lessons',
    screen: 'supervisor-learner',
  },
} as const satisfies Texts;
