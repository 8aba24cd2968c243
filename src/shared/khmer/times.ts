import type { Language } from '../ids.ts';
import { formatDigits } from './numbers.ts';

const hourMinutes = 60;

/** From which hour on a part of the day is called so. */
const partsOfDay = [
  [19, 'យប់'],
  [17, 'ល្ងាច'],
  [13, 'រសៀល'],
  [12, 'ថ្ងៃត្រង់'],
  [5, 'ព្រឹក'],
  [0, 'យប់'],
] as const;

const clock = (hour: number, minute: number, language: Language) =>
  formatDigits(`${hour}:${String(minute % hourMinutes).padStart(2, '0')}`, language);

/** A time of day as a table shows it: `១៣:៣០`, `13:30`. @param minute since midnight; 1440 is its end */
export function formatClock(minute: number, language: Language): string {
  return clock(Math.floor(minute / hourMinutes), minute, language);
}

/** A time of day as people say it: `ម៉ោង ១:៣០ រសៀល`, `13:30`. @param minute since midnight */
export function sayTime(minute: number, language: Language): string {
  if (language === 'en') return formatClock(minute, language);
  const hour = Math.floor(minute / hourMinutes) % 24;
  const part = partsOfDay.find(([from]) => hour >= from)?.[1] ?? '';
  return `ម៉ោង ${clock(hour % 12 || 12, minute, 'km')} ${part}`;
}

/** From when to when, for a table: `៨:០០–១០:០០`. */
export function formatSpan(begins: number, ends: number, language: Language): string {
  return `${formatClock(begins, language)}–${formatClock(ends, language)}`;
}
