import type { Language } from '../../shared/ids.ts';
import { createSay } from './text.ts';
import { timeTexts } from './texts/time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, in the largest whole unit: "now", "5 min ago", "3 h ago", "2 days ago". @param ageMs ≥ 0 */
export function sayAge(ageMs: number, language: Language): string {
  const say = createSay(timeTexts, language);
  if (ageMs < minute) return say('ago.now');
  if (ageMs < hour) return say('ago.minutes', { count: Math.floor(ageMs / minute) });
  if (ageMs < day) return say('ago.hours', { count: Math.floor(ageMs / hour) });
  return say('ago.days', { count: Math.floor(ageMs / day) });
}

/** A length of time, in the largest whole unit: "5 minutes", "3 h", "2 days". @param ms ≥ 1 minute */
export function sayLength(ms: number, language: Language): string {
  const say = createSay(timeTexts, language);
  if (ms < hour) return say('wait.minutes', { count: Math.floor(ms / minute) });
  if (ms < day) return say('length.hours', { count: Math.floor(ms / hour) });
  return say('length.days', { count: Math.floor(ms / day) });
}

/** How long still, rounded up: seconds below a minute, then minutes. @param leftMs ≥ 0 */
export function sayWait(leftMs: number, language: Language): string {
  const say = createSay(timeTexts, language);
  if (leftMs <= minute) return say('wait.seconds', { count: Math.ceil(leftMs / 1000) });
  return say('wait.minutes', { count: Math.ceil(leftMs / minute) });
}
