import type { Marked } from '../../../shared/contracts/ipc/views.ts';
import type { Item, ItemType } from '../../../shared/contracts/lesson.ts';
import type { Draft } from './drafts/draft.ts';

/** What every kind of item gets, to show itself and to change the answer being made. */
export interface ItemProps<Type extends ItemType> {
  readonly item: Extract<Item, { type: Type }>;
  readonly draft: Extract<Draft, { type: Type }>;
  /** Address of the pack, ends in `/`. */
  readonly base: string;
  /** Seeds what is shuffled, so that it lies the same way after a resume. */
  readonly seed: string;
  /** The marking on the screen; null while answering. */
  readonly marked: Marked | null;
  /** Nothing can be changed now: the answer is being checked, or is settled. */
  readonly locked: boolean;
  readonly onEdit: (draft: Extract<Draft, { type: Type }>) => void;
}
