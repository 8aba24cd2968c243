/** What became of one item, as its content says ([PCE4]). */
export interface ItemOutcome {
  readonly completed: boolean;
  readonly passed: boolean | null;
  /** 0 to 1. */
  readonly score: number | null;
}

export const noOutcome: ItemOutcome = { completed: false, passed: null, score: null };

/** What content wrote about its score; texts as it wrote them, empty where it didn't. */
export interface WrittenScore {
  readonly scaled?: string | undefined;
  readonly raw?: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** SCORM 1.2 has one status for both; failed is not done, so that its learner tries again. */
export function outcomeOf12(status: string, score: WrittenScore): ItemOutcome {
  const passed = status === 'passed' ? true : status === 'failed' ? false : null;
  const completed = status === 'completed' || status === 'passed' || status === 'browsed';
  return { completed, passed, score: readScore(score) };
}

/** What says only that it was passed is done too. */
export function outcomeOf2004(
  completion: string,
  success: string,
  score: WrittenScore,
): ItemOutcome {
  const passed = success === 'passed' ? true : success === 'failed' ? false : null;
  const completed = completion === 'completed' || (completion !== 'incomplete' && passed === true);
  return { completed, passed, score: readScore(score) };
}

/** Words of both editions that say nothing of whether an item is done. */
const sayNothing: ReadonlySet<string> = new Set(['', 'not attempted', 'unknown']);

/**
 * Whether content said anything of its being done, be it that it isn't.
 * @param words 1.2's status, or 2004's for completion and success
 */
export const saysIfDone = (...words: readonly string[]): boolean =>
  words.some((word) => !sayNothing.has(word));

/** As a part of the whole, 0 to 1: the scaled score, else the raw one between its ends (0 and 100). */
export function readScore({ scaled, raw, min, max }: WrittenScore): number | null {
  const part = numberIn(scaled);
  if (part !== null) return between01(part);
  const points = numberIn(raw);
  const least = numberIn(min) ?? 0;
  const most = numberIn(max) ?? 100;
  return points === null || most <= least ? null : between01((points - least) / (most - least));
}

/**
 * What became of the whole: done when every item is; passed when none failed and one says that it was;
 * the score is the mean of those that have one.
 */
export function outcomeOfAll(items: readonly ItemOutcome[]): ItemOutcome {
  const scores = items.flatMap(({ score }) => (score === null ? [] : [score]));
  const judged = items.flatMap(({ passed }) => (passed === null ? [] : [passed]));
  const completed = items.length > 0 && items.every((item) => item.completed);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return {
    completed,
    passed: judged.includes(false) ? false : judged.length > 0 && completed ? true : null,
    score: scores.length === 0 ? null : mean,
  };
}

function numberIn(text: string | undefined): number | null {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

const between01 = (value: number) => Math.min(1, Math.max(0, value));
