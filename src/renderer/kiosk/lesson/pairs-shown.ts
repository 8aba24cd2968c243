import type { Marked } from '../../../shared/contracts/ipc/views.ts';
import type { Item } from '../../../shared/contracts/lesson.ts';
import type { AssociateDraft } from './drafts/associate-draft.ts';
import type { PartState } from './part-state.ts';

/** What lies on one of the two places of a pair. */
export interface ShownHalf {
  readonly place: number;
  /** Choice id; null where nothing lies. */
  readonly shown: string | null;
  readonly state: PartState;
}

type Pairs = Pick<Extract<Item, { type: 'associate' }>, 'correct'>;

/**
 * The pairs on the screen. After the second try the ones not found take the place of those that don't
 * fit, so that each pair of the answer is seen once.
 */
export function pairsShown(
  { correct }: Pairs,
  { places }: AssociateDraft,
  marked: Marked | null,
): [ShownHalf, ShownHalf][] {
  const fits = (id: string | null) =>
    id !== null && (marked?.outcome === 'right' || marked?.fitting.includes(id) === true);
  const found = places.filter(fits);
  const unfound = correct.filter(([one]) => !found.includes(one));
  return correct.map((_, pair) => {
    const laid: [string | null, string | null] = [
      places[pair * 2] ?? null,
      places[pair * 2 + 1] ?? null,
    ];
    const fitting = fits(laid[0]);
    const answer = marked?.outcome === 'shown' && !fitting ? unfound.shift() : undefined;
    const state = stateOf(marked, fitting, answer !== undefined);
    const [one, other] = answer ?? laid;
    return [
      { place: pair * 2, shown: one, state },
      { place: pair * 2 + 1, shown: other, state },
    ];
  });
}

function stateOf(marked: Marked | null, fits: boolean, answered: boolean): PartState {
  if (marked === null) return 'free';
  if (fits) return 'fits';
  return answered ? 'answer' : 'misfits';
}
