import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import { mostTimedDays } from '../../shared/contracts/documents/state.ts';
import type { OpenSitting, TimeHere, TimeThere } from '../../shared/contracts/documents/state.ts';

/** Between two records of one sitting: longer ones are counted, but not sure, ms. */
const longestPauseMs = 30 * 60_000;
/** A sitting has no longer pause than a lab is open: a station's clock was set, ms. */
const longestOpenMs = 12 * 3_600_000;
/** A clock that moved this far against the hub's was set, ms. */
const clockSetMs = 60_000;

/** When a learner was in the lab and for how long ([ATT1]), with one event more. */
export function timeHereAfter(here: TimeHere, event: OpenedEvent): TimeHere {
  const { payload } = event;
  if (payload.type === 'sitting.started') {
    // Sitting down elsewhere leaves the first seat; when it was left is not known.
    const left = here.open === null ? here : closed(here, { ...here.open, about: true });
    return { ...left, open: opened(payload.sitting, event) };
  }
  // Written as the sitting ends, which says when that was, if anybody knows.
  if (payload.type === 'screen.kept') return here;
  const { open } = here;
  if (open === null || !('sitting' in payload) || payload.sitting !== open.sitting) return here;
  if (payload.type !== 'sitting.ended') return { ...here, open: goneOn(open, event) };
  // What a start of the station ends has ended before, nobody knows when.
  const isCut = payload.reason === 'station-restarted';
  return closed(here, isCut ? { ...open, about: true } : goneOn(open, event));
}

/** The time of each lab day, the sitting that nothing has ended yet as not sure. */
export function timedDays({ days, open }: TimeHere): TimeHere['days'] {
  if (open === null || open.day === null) return days;
  return { ...days, [open.day]: sum(days[open.day], timeOf({ ...open, about: true })) };
}

function opened(sitting: OpenSitting['sitting'], { envelope: { clock } }: OpenedEvent) {
  const { wallMs, hubOffsetMs, labDay } = clock;
  const day = dayIn(labDay.date);
  return { sitting, day, ms: 0, about: false, activeMs: 0, wallMs, hubOffsetMs };
}

function goneOn(open: OpenSitting, { envelope: { clock }, payload }: OpenedEvent): OpenSitting {
  const { wallMs, hubOffsetMs } = clock;
  const before = open.hubOffsetMs;
  const setBy = hubOffsetMs === null || before === null ? 0 : hubOffsetMs - before;
  const pause = wallMs - open.wallMs + setBy;
  const isPause = pause >= 0 && pause <= longestOpenMs;
  const isSure = isPause && pause <= longestPauseMs && Math.abs(setBy) < clockSetMs;
  return {
    ...open,
    day: open.day ?? dayIn(clock.labDay.date),
    ms: open.ms + (isPause ? pause : 0),
    about: open.about || !isSure,
    activeMs: open.activeMs + ('activeMs' in payload ? payload.activeMs : 0),
    wallMs,
    hubOffsetMs: hubOffsetMs ?? before,
  };
}

function closed(here: TimeHere, sitting: OpenSitting): TimeHere {
  const { day } = sitting;
  if (day === null) return { ...here, open: null };
  const days = { ...here.days, [day]: sum(here.days[day], timeOf(sitting)) };
  return { ...withNewest(days, here.months), open: null };
}

/** Who was active for longer than a clock says was there for as long, at least. */
function timeOf({ ms, activeMs, about }: OpenSitting): TimeThere {
  return [Math.max(ms, activeMs), about || activeMs > ms + clockSetMs ? 1 : 0];
}

function sum(before: TimeThere | undefined, [ms, about]: TimeThere): TimeThere {
  return before === undefined ? [ms, about] : [before[0] + ms, before[1] || about];
}

function withNewest(
  days: TimeHere['days'],
  months: TimeHere['months'],
): Pick<TimeHere, 'days' | 'months'> {
  const all = Object.keys(days);
  if (all.length <= mostTimedDays) return { days, months };
  const oldest = all.reduce((a, b) => (a < b ? a : b));
  const { [oldest]: time, ...kept } = days;
  if (time === undefined) return { days, months };
  const month = oldest.slice(0, 7);
  return { days: kept, months: { ...months, [month]: sum(months[month], time) } };
}

/** Null for what is no day of the calendar, as a station with a fault may say. */
function dayIn(date: string | null): string | null {
  if (date === null) return null;
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? date : null;
}
