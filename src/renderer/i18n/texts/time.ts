import type { Texts } from '../text.ts';

export const timeTexts = {
  'ago.now': {
    km: 'មុននេះបន្តិច',
    en: 'just now',
    context: 'Under the lamp: when the hub last said it holds this work',
    screen: 'home',
  },
  'ago.minutes': {
    km: '{count} នាទីមុន',
    en: '{count} min ago',
    context: 'As above',
    screen: 'home',
  },
  'ago.hours': { km: '{count} ម៉ោងមុន', en: '{count} h ago', context: 'As above', screen: 'home' },
  'ago.days': {
    km: '{count} ថ្ងៃមុន',
    en: '{count} d ago',
    context: 'As above',
    screen: 'home',
  },
  'length.hours': {
    km: '{count} ម៉ោង',
    en: '{count} {count|hour|hours}',
    context: 'How far a clock is off',
    screen: 'supervisor-room-live',
  },
  'length.days': {
    km: '{count} ថ្ងៃ',
    en: '{count} {count|day|days}',
    context: 'As above',
    screen: 'supervisor-room-live',
  },
  'wait.seconds': {
    km: '{count} វិនាទី',
    en: '{count} {count|second|seconds}',
    context: 'How long to wait before the next try at the picture code',
    screen: 'code-wait',
  },
  'wait.minutes': {
    km: '{count} នាទី',
    en: '{count} {count|minute|minutes}',
    context: 'As above',
    screen: 'code-wait',
  },
} as const satisfies Texts;
