import { keptStroke } from '../../../../domain/strokes.ts';
import type { Item, Response } from '../../../../shared/contracts/lesson.ts';
import { gapsOf } from '../../../../shared/contracts/lesson/gap-items.ts';
import { gapsIn } from '../../../../shared/contracts/lesson/gap-text.ts';
import { allPlaced, startAssociate, wholePairs } from './associate-draft.ts';
import type { AssociateDraft } from './associate-draft.ts';
import type { ChoiceDraft } from './choice-draft.ts';
import { startChoice } from './choice-draft.ts';
import { startGapMatch } from './gap-match-draft.ts';
import type { GapMatchDraft } from './gap-match-draft.ts';
import type { HotspotDraft } from './hotspot-draft.ts';
import { touchedAreas } from './hotspot-draft.ts';
import { startInlineChoice } from './inline-choice-draft.ts';
import type { InlineChoiceDraft } from './inline-choice-draft.ts';
import type { KeyDrillDraft } from './key-drill-draft.ts';
import type { MatchDraft } from './match-draft.ts';
import { startMouseDrill } from './mouse-drill-draft.ts';
import type { MouseDrillDraft } from './mouse-drill-draft.ts';
import type { NumberLineDraft } from './number-line-draft.ts';
import type { OrderDraft } from './order-draft.ts';
import { placedElements, startOrder } from './order-draft.ts';
import type { TextDraft } from './text-draft.ts';
import { readAloudReadiness, startReadAloud } from './read-aloud-draft.ts';
import type { ReadAloudDraft } from './read-aloud-draft.ts';
import { startTrace } from './trace-draft.ts';
import type { TraceDraft } from './trace-draft.ts';

/** An answer being made: what is chosen, joined, placed or typed so far. */
export type Draft =
  | { readonly type: 'present' }
  | ChoiceDraft
  | MatchDraft
  | OrderDraft
  | TextDraft
  | NumberLineDraft
  | HotspotDraft
  | KeyDrillDraft
  | GapMatchDraft
  | InlineChoiceDraft
  | AssociateDraft
  | TraceDraft
  | MouseDrillDraft
  | ReadAloudDraft;

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
    case 'dictation':
      return { type: 'textEntry', text: '', caret: 0 };
    case 'numberLine':
      return { type: 'numberLine', value: null };
    case 'hotspot':
      return { type: 'hotspot', marks: [] };
    case 'keyDrill':
      return { type: 'keyDrill', pressed: 0, misses: 0, wrongKey: null };
    case 'gapMatch':
      return startGapMatch;
    case 'inlineChoice':
      return startInlineChoice(gapsIn(item.text.km));
    case 'associate':
      return startAssociate(item.correct.length);
    case 'trace':
      return startTrace;
    case 'mouseDrill':
      return startMouseDrill;
    case 'readAloud':
      return startReadAloud;
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
    case 'gapMatch':
      return ready(item.type === 'gapMatch' && draft.pairs.length === gapsOf(item).length);
    case 'inlineChoice':
      return ready(item.type === 'inlineChoice' && draft.chosen.length === item.gaps.length);
    case 'associate':
      return ready(allPlaced(draft));
    case 'trace':
      return ready(item.type === 'trace' && draft.strokes.length === item.strokes.length);
    case 'readAloud':
      return readAloudReadiness(draft);
    case 'mouseDrill':
      return item.type === 'mouseDrill' && draft.done >= item.steps.length ? 'ready' : 'early';
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
      return { type: item.type === 'dictation' ? 'dictation' : 'textEntry', text: draft.text };
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
    case 'gapMatch':
      return { type: 'gapMatch', pairs: draft.pairs.map(([choice, gap]) => [choice, gap]) };
    case 'inlineChoice':
      return { type: 'inlineChoice', chosen: draft.chosen.map(([gap, option]) => [gap, option]) };
    case 'associate':
      return { type: 'associate', pairs: wholePairs(draft) };
    case 'trace':
      return { type: 'trace', strokes: draft.strokes.map(keptStroke) };
    case 'readAloud':
      return { type: 'readAloud', recording: draft.kept };
    case 'mouseDrill':
      return {
        type: 'mouseDrill',
        misses: draft.misses,
        finished: item.type === 'mouseDrill' && draft.done >= item.steps.length,
      };
  }
}
