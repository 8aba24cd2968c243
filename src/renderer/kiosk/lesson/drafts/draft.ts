import type { Item, Response } from '../../../../shared/contracts/lesson.ts';
import type { ChoiceDraft } from './choice-draft.ts';
import { startChoice } from './choice-draft.ts';
import type { HotspotDraft } from './hotspot-draft.ts';
import { touchedAreas } from './hotspot-draft.ts';
import type { KeyDrillDraft } from './key-drill-draft.ts';
import type { MatchDraft } from './match-draft.ts';
import type { NumberLineDraft } from './number-line-draft.ts';
import type { OrderDraft } from './order-draft.ts';
import { placedElements, startOrder } from './order-draft.ts';
import type { TextDraft } from './text-draft.ts';

/** An answer being made: what is chosen, joined, placed or typed so far. */
export type Draft =
  | { readonly type: 'present' }
  | ChoiceDraft
  | MatchDraft
  | OrderDraft
  | TextDraft
  | NumberLineDraft
  | HotspotDraft
  | KeyDrillDraft;

/** An item's answer before anything is done. */
export function startDraft(item: Item): Draft {
  switch (item.type) {
    case 'present':
      return { type: 'present' };
    case 'choice':
      return startChoice;
    case 'match':
      return { type: 'match', pairs: [], held: null };
    case 'order':
      return startOrder(item.elements.length);
    case 'textEntry':
      return { type: 'textEntry', text: '', caret: 0 };
    case 'numberLine':
      return { type: 'numberLine', value: null };
    case 'hotspot':
      return { type: 'hotspot', marks: [] };
    case 'keyDrill':
      return { type: 'keyDrill', pressed: 0, misses: 0, wrongKey: null };
  }
}

/**
 * Whether the answer can be checked: `early` means it may be, though it isn't whole (a drill whose
 * key is broken must not trap anyone).
 */
export function readiness(item: Item, draft: Draft): 'ready' | 'early' | 'not-ready' {
  switch (draft.type) {
    case 'present':
      return 'ready';
    case 'choice':
      return ready(draft.chosen.length > 0);
    case 'match':
      return ready(item.type === 'match' && draft.pairs.length === item.left.length);
    case 'order':
      return ready(draft.places.every((place) => place !== null));
    case 'textEntry':
      return ready(draft.text.trim() !== '');
    case 'numberLine':
      return ready(draft.value !== null);
    case 'hotspot':
      return ready(draft.marks.length > 0);
    case 'keyDrill':
      return item.type === 'keyDrill' && draft.pressed >= item.keys.length ? 'ready' : 'early';
  }
}

const ready = (whole: boolean) => (whole ? 'ready' : 'not-ready');

/** What is sent to be marked. A number line not yet touched counts as its left end. */
export function responseOf(item: Item, draft: Draft): Response {
  switch (draft.type) {
    case 'present':
      return { type: 'present' };
    case 'choice':
      return { type: 'choice', chosen: [...draft.chosen] };
    case 'match':
      return { type: 'match', pairs: draft.pairs.map(([left, right]) => [left, right]) };
    case 'order':
      return { type: 'order', order: placedElements(draft) };
    case 'textEntry':
      return { type: 'textEntry', text: draft.text };
    case 'numberLine':
      return {
        type: 'numberLine',
        value: draft.value ?? (item.type === 'numberLine' ? item.min : 0),
      };
    case 'hotspot':
      return { type: 'hotspot', touched: touchedAreas(draft) };
    case 'keyDrill':
      return {
        type: 'keyDrill',
        misses: draft.misses,
        finished: item.type === 'keyDrill' && draft.pressed >= item.keys.length,
      };
  }
}

/** Where a second try begins: what fits stays, the rest is free again ([LSN5]). */
export function secondTry(item: Item, draft: Draft, fitting: readonly string[]): Draft {
  switch (draft.type) {
    case 'choice':
      return {
        type: 'choice',
        chosen: draft.chosen.filter((id) => fitting.includes(id)),
        tried: draft.chosen.filter((id) => !fitting.includes(id)),
      };
    case 'match':
      return {
        ...draft,
        pairs: draft.pairs.filter(([left]) => fitting.includes(left)),
        held: null,
      };
    case 'order':
      return {
        ...draft,
        places: draft.places.map((id) => (id !== null && fitting.includes(id) ? id : null)),
      };
    case 'hotspot':
      return {
        ...draft,
        marks: draft.marks.filter((mark) => mark.area !== null && fitting.includes(mark.area)),
      };
    case 'textEntry':
      return { ...draft, caret: draft.text.length };
    case 'keyDrill':
      return startDraft(item);
    case 'present':
    case 'numberLine':
      return draft;
  }
}
