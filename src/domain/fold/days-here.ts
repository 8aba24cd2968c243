import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { DaysHere, LearnerState } from '../../shared/contracts/documents/state.ts';

/** What somebody else may have done, at their tile or about their request; who was at a film is taken back, and counted apart. */
const notTheirs: ReadonlySet<string> = new Set([
  'sign-in.failed',
  'sign-in.shown',
  'viewing.attended',
  'help.taken',
  'help.handed-on',
  'help.answered',
]);

/** The days on which a learner did something here ([FLD9]), with one event more. */
export function daysAfter(days: DaysHere, { envelope, payload }: OpenedEvent): DaysHere {
  const { date } = envelope.clock.labDay;
  return notTheirs.has(payload.type) ? days : withDay(days, date);
}

/** The days of {@link daysAfter}, and those on which a film was watched with a group ([GRP5]). */
export function daysHere({ days, viewings }: Pick<LearnerState, 'days' | 'viewings'>): DaysHere {
  const attended = Object.values(viewings).filter(({ there }) => there);
  return attended.reduce((all, { day }) => withDay(all, day), days);
}

function withDay(days: DaysHere, date: string | null): DaysHere {
  const day = date === null ? 0 : Number(date.slice(8));
  if (date === null || day < 1 || day > 31) return days;
  const month = date.slice(0, 7);
  const before = days[month] ?? 0;
  const after = before | (1 << (day - 1));
  return after === before ? days : { ...days, [month]: after };
}

/** The last of them, `YYYY-MM-DD`; null where there is none. */
export function lastDay(days: DaysHere): string | null {
  const month = Object.keys(days).reduce((last, each) => (each > last ? each : last), '');
  const bits = days[month] ?? 0;
  if (bits === 0) return null;
  return `${month}-${String(32 - Math.clz32(bits)).padStart(2, '0')}`;
}

/** How many they are. */
export function countDays(days: DaysHere): number {
  return Object.values(days).reduce((sum, bits) => sum + ones(bits), 0);
}

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}
