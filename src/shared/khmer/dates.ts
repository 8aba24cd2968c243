import type { Language } from '../ids.ts';
import { formatDigits } from './numbers.ts';

/** A day of the civil calendar; months from 1. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const months = {
  km: ['មករា', 'កុម្ភៈ', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា', 'កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា', 'វិច្ឆិកា', 'ធ្នូ'],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

/** From Sunday. */
const weekdays = {
  km: ['អាទិត្យ', 'ចន្ទ', 'អង្គារ', 'ពុធ', 'ព្រហស្បតិ៍', 'សុក្រ', 'សៅរ៍'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

/** Buddhist Era year of a Common Era year: BE = CE + 543. */
export const buddhistYear = (year: number): number => year + 543;

/** 0 = Sunday. Zeller's congruence, so that no time zone can shift the day. */
export function weekdayOf({ year, month, day }: CivilDay): number {
  const shifted = month < 3 ? { y: year - 1, m: month + 12 } : { y: year, m: month };
  const century = Math.floor(shifted.y / 100);
  const within = shifted.y % 100;
  const saturdayFirst =
    day +
    Math.floor((13 * (shifted.m + 1)) / 5) +
    within +
    Math.floor(within / 4) +
    Math.floor(century / 4) +
    5 * century;
  return (saturdayFirst + 6) % 7;
}

/** A day of the week: `ថ្ងៃចន្ទ`, `Monday`. @param weekday 1 for Monday to 7 for Sunday */
export function weekdayName(weekday: number, language: Language): string {
  const name = weekdays[language][weekday % 7] ?? '';
  return language === 'km' ? `ថ្ងៃ${name}` : name;
}

/** The same where there is little room: `ចន្ទ`, `Mon`. */
export function shortWeekday(weekday: number, language: Language): string {
  const name = weekdays[language][weekday % 7] ?? '';
  return language === 'km' ? name : name.slice(0, 3);
}

/** The month's name; empty for a month that doesn't exist. */
export function monthName(month: number, language: Language): string {
  return months[language][month - 1] ?? '';
}

/** Date and time in Cambodia as anybody reads them: `2026-11-22 17:05`. */
export function isoMoment(wallMs: number): string {
  return new Date(wallMs + labOffsetMs).toISOString().slice(0, 16).replace('T', ' ');
}

/** A date without its weekday: `១២ មករា ២០២៦`, `12 January 2026`. @param date `YYYY-MM-DD` */
export function formatDate(date: string, language: Language): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const written = [formatDigits(day, language), monthName(month, language)];
  return [...written, formatDigits(year, language)].join(' ');
}

/** A whole day: `ថ្ងៃចន្ទ ទី១២ ខែមករា ឆ្នាំ២០២៦`, `Monday 12 January 2026`. */
export function formatDay(day: CivilDay, language: Language): string {
  const weekday = weekdays[language][weekdayOf(day)] ?? '';
  const month = monthName(day.month, language);
  if (language === 'en') return `${weekday} ${day.day} ${month} ${day.year}`;
  const date = formatDigits(day.day, 'km');
  return `ថ្ងៃ${weekday} ទី${date} ខែ${month} ឆ្នាំ${formatDigits(day.year, 'km')}`;
}

const hourMs = 3_600_000;
/** Phnom Penh is seven hours ahead of UTC all year. */
const labOffsetMs = 7 * hourMs;

/**
 * A moment as a clock in the lab shows it, without the year: `១២ មករា ១៤:០៥`, `12 January 14:05`.
 * @param wallMs ms since 1970
 */
export function formatMoment(wallMs: number, language: Language): string {
  const at = new Date(wallMs + labOffsetMs);
  const two = (part: number) => formatDigits(String(part).padStart(2, '0'), language);
  const day = formatDigits(at.getUTCDate(), language);
  const month = monthName(at.getUTCMonth() + 1, language);
  return `${day} ${month} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/**
 * {@link formatMoment} with its year, where that is not the year of `nowMs`: clocks are wrong.
 * @param wallMs ms since 1970
 */
export function formatDatedMoment(wallMs: number, nowMs: number, language: Language): string {
  const yearOf = (ms: number) => new Date(ms + labOffsetMs).getUTCFullYear();
  const moment = formatMoment(wallMs, language);
  const year = yearOf(wallMs);
  return year === yearOf(nowMs) ? moment : `${formatDigits(year, language)} · ${moment}`;
}

/** As {@link formatDay}, with the Buddhist year: `… (ព.ស. ២៥៦៩)`, `… (BE 2569)`. */
export function formatDayWithEra(day: CivilDay, language: Language): string {
  const era = formatDigits(buddhistYear(day.year), language);
  return `${formatDay(day, language)} (${language === 'km' ? 'ព.ស.' : 'BE'} ${era})`;
}
