import { formatDigits, formatNumber } from '../../shared/khmer/numbers.ts';
import type { Language } from '../../shared/ids.ts';
import { createSay } from './text.ts';
import { durationTexts } from './texts/duration.ts';

const minuteMs = 60_000;

const parts = (ms: number) => {
  const all = Math.floor(ms / minuteMs);
  return { hours: Math.floor(all / 60), minutes: all % 60 };
};

/** How long, in words, whole minutes: "12 min", "3 h 5 min". @param ms ≥ 0 */
export function sayDuration(ms: number, language: Language): string {
  const say = createSay(durationTexts, language);
  const { hours, minutes } = parts(ms);
  if (ms === 0) return say('none');
  if (hours > 0) return say('hours', { hours, minutes });
  return minutes > 0 ? say('minutes', { minutes }) : say('short');
}

/** How long, for a column of a table: hours and minutes, "0:12", "103:05". @param ms ≥ 0 */
export function durationFigure(ms: number, language: Language): string {
  const { hours, minutes } = parts(ms);
  const padded = formatDigits(String(minutes).padStart(2, '0'), language);
  return `${formatNumber(hours, language)}:${padded}`;
}
