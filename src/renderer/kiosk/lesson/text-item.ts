import type { Item } from '../../../shared/contracts/lesson.ts';

/** An item whose answer is typed. */
export type TextItem = Extract<Item, { type: 'textEntry' | 'dictation' }>;

export const asksForText = (item: Item): item is TextItem =>
  item.type === 'textEntry' || item.type === 'dictation';
