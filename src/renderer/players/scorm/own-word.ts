import { noOutcome } from '../../../domain/scorm/item-outcome.ts';
import type { ItemOutcome } from '../../../domain/scorm/item-outcome.ts';
import type { LaunchableItem } from '../../../domain/scorm/scorm-package.ts';
import type { ItemState } from './course-state.ts';

/** What of a package says nothing, and is done by its learner's own word ([PCE11]). */

/** The items that could say anything. */
export const scosOf = (items: readonly LaunchableItem[]): readonly LaunchableItem[] =>
  items.filter(({ launch }) => launch.isSco);

type StateOf = (id: string) => ItemState;

/**
 * Whether nobody but its learner can say that what is open is done. A package of nothing but pages is one
 * whole: it can be once each of them was seen.
 */
export function isUnsaid(
  open: LaunchableItem,
  items: readonly LaunchableItem[],
  stateOf: StateOf,
): boolean {
  const { completed, said, ownWord } = stateOf(open.id);
  if (open.launch.isSco) return !completed && !said;
  return scosOf(items).length === 0 && !ownWord && items.every(({ id }) => stateOf(id).completed);
}

/** What its learner's word is about. */
export const meantBy = (open: LaunchableItem, items: readonly LaunchableItem[]) =>
  open.launch.isSco ? [open] : items;

/** Done by its learner's own word; what it says of it afterwards takes nothing of that away. */
export const doneByOwnWord = (item: ItemState): ItemState => ({
  ...item,
  ownWord: true,
  completed: true,
  status: item.status === 'passed' ? item.status : 'completed',
});

/** What became of each item that counts; pages do where there is nothing else. */
export function countedOutcomes(
  items: readonly LaunchableItem[],
  stateOf: StateOf,
): readonly ItemOutcome[] {
  const scos = scosOf(items);
  if (scos.length > 0) return scos.map(({ id }) => stateOf(id));
  return items.map(({ id }) => ({ ...noOutcome, completed: stateOf(id).ownWord }));
}
