import * as z from 'zod';
import type { Said, ToldObjective } from '../../../domain/scorm/sequencing/sequencer.ts';
import type { ObjectiveState } from '../../../domain/scorm/sequencing/tracking.ts';
import type { ItemState } from './course-state.ts';

/** What sequencing knows of objectives, in the words of a runtime of SCORM 2004, and the other way round. */

const text = z.string().default('');
const writtenScore = z
  .object({ scaled: text, raw: text, min: text, max: text })
  .default({ scaled: '', raw: '', min: '', max: '' });
const written = z.object({
  success_status: text,
  completion_status: text,
  progress_measure: text,
  score: writtenScore,
});
const writtenCmi = written.extend({
  objectives: z.record(z.string(), written.extend({ id: text })).default({}),
});

/**
 * What an item's runtime begins with: what became of its objectives so far.
 * @param cmi what was kept of it
 */
export function toldWords(
  cmi: ItemState['cmi'],
  told: readonly ToldObjective[],
  threshold: number | null,
): Readonly<Record<string, unknown>> {
  const primary = told.find(({ isPrimary }) => isPrimary);
  const named = told.filter(({ id }) => id !== '');
  const kept = writtenCmi.safeParse(cmi ?? {}).data?.objectives ?? {};
  const others = Object.values(kept).filter(({ id }) => !named.some((one) => one.id === id));
  const objectives = [...named.map((one) => ({ id: one.id, ...wordsOf(one) })), ...others];
  return {
    ...(primary !== undefined && wordsOf(primary)),
    objectives: Object.fromEntries(objectives.map((one, index) => [String(index), one])),
    ...(threshold !== null && { completion_threshold: String(threshold) }),
    ...(typeof primary?.passing === 'number' && { scaled_passing_score: String(primary.passing) }),
  };
}

function wordsOf({ satisfied, completed, progress, measure, raw, min, max }: ToldObjective) {
  const words = (value: number | null) => (value === null ? '' : String(value));
  return {
    success_status: satisfied === null ? 'unknown' : satisfied ? 'passed' : 'failed',
    completion_status: completed === null ? 'unknown' : completed ? 'completed' : 'incomplete',
    progress_measure: words(progress),
    score: { scaled: words(measure), raw: words(raw), min: words(min), max: words(max) },
  };
}

/**
 * What an item's runtime holds of what its content said.
 * @param spoken elements that its content has set
 * @param primary id of the objective that counts for the whole
 */
export function saidIn(cmi: ItemState['cmi'], spoken: ReadonlySet<string>, primary: string): Said {
  const read = writtenCmi.safeParse(cmi ?? {}).data;
  if (read === undefined) return { objectives: {}, spoken: [] };
  const entries = Object.entries(read.objectives).map(([index, one]) => {
    const isSpoken = (element: string) => spoken.has(`cmi.objectives.${index}.${element}`);
    return [one.id === primary ? '' : one.id, statesOf(one, isSpoken)] as const;
  });
  const whole = statesOf(read, (element) => spoken.has(`cmi.${element}`));
  const objectives = Object.fromEntries(entries);
  const said = { ...objectives, '': { ...objectives[''], ...whole } };
  return {
    objectives: said,
    spoken: (['completed', 'satisfied'] as const).filter((name) => name in said['']),
  };
}

type Written = z.infer<typeof written>;

/** Only what was set; what is said to be unknown is so. */
function statesOf(
  {
    success_status: success,
    completion_status: completion,
    progress_measure: progress,
    score,
  }: Written,
  isSpoken: (element: string) => boolean,
): Partial<ObjectiveState> {
  return {
    ...(isSpoken('success_status') && {
      satisfied: success === 'unknown' ? null : success === 'passed',
    }),
    ...(isSpoken('completion_status') && {
      completed: completion === 'unknown' ? null : completion === 'completed',
    }),
    ...(isSpoken('progress_measure') && { progress: numberIn(progress) }),
    ...(isSpoken('score.scaled') && { measure: numberIn(score.scaled) }),
    ...(isSpoken('score.raw') && { raw: numberIn(score.raw) }),
    ...(isSpoken('score.min') && { min: numberIn(score.min) }),
    ...(isSpoken('score.max') && { max: numberIn(score.max) }),
  };
}

function numberIn(words: string): number | null {
  const value = words.trim() === '' ? Number.NaN : Number(words);
  return Number.isFinite(value) ? value : null;
}
