import type { Help } from '../../shared/contracts/documents/state.ts';

/** What requests for help came to, of several learners ([HLQ7]). */
export interface HelpFigures {
  readonly asked: number;
  /** Of those, how many somebody answered, and how many are not over yet. */
  readonly answered: number;
  readonly open: number;
  /** Of those that somebody came to: the wait that half of them did not exceed, ms; null where none is known. */
  readonly waitedP50Ms: number | null;
  /** Somebody came, and how long it took is not known: a restart cut it ([HLQ6]). */
  readonly waitNotKnown: number;
}

/** The last two ends come by themselves. */
const unanswered: ReadonlySet<string> = new Set(['taken-back', 'sitting-ended']);

/**
 * Of the requests kept of these learners, those made on a lab day for which `isCounted` holds; null is
 * a day that no hub had told.
 */
export function helpFigures(
  helps: Iterable<Help>,
  isCounted: (day: string | null) => boolean,
): HelpFigures {
  const figures = { asked: 0, answered: 0, open: 0, waitNotKnown: 0 };
  const waits: number[] = [];
  for (const { open, past } of helps) {
    for (const each of past) {
      if (!isCounted(each.day)) continue;
      figures.asked += 1;
      const answered = !unanswered.has(each.end);
      if (answered) figures.answered += 1;
      if (each.waitedMs !== null) waits.push(each.waitedMs);
      else if (answered || each.by !== null) figures.waitNotKnown += 1;
    }
    if (open === null || !isCounted(open.day)) continue;
    figures.asked += 1;
    figures.open += 1;
  }
  return { ...figures, waitedP50Ms: median(waits) };
}

/** The lower of the two in the middle, so that it is one that was waited. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
