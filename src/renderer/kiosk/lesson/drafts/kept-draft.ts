import { keptStroke } from '../../../../domain/strokes.ts';
import type { Item } from '../../../../shared/contracts/lesson.ts';
import type { KeptDraft } from '../../../../shared/contracts/lesson/draft.ts';
import { startDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { startMouseDrill } from './mouse-drill-draft.ts';

/** What of an answer waits for its learner elsewhere ([SIT7]); null where nothing is done yet, or nothing of it is kept. */
export function keptOf(item: Item, draft: Draft): KeptDraft | null {
  const kept = asKept(draft);
  const begun = JSON.stringify(kept) !== JSON.stringify(asKept(startDraft(item)));
  return begun ? kept : null;
}

function asKept(draft: Draft): KeptDraft | null {
  switch (draft.type) {
    // A voice that was not handed in is nobody's but its window's.
    case 'present':
    case 'readAloud':
      return null;
    case 'choice':
      return { type: 'choice', chosen: [...draft.chosen], tried: [...draft.tried] };
    case 'match':
      return { type: 'match', pairs: pairsOf(draft.pairs), held: draft.held && { ...draft.held } };
    case 'order':
      return { type: 'order', places: [...draft.places] };
    case 'associate':
      return { type: 'associate', places: [...draft.places] };
    case 'textEntry':
      return { type: 'textEntry', text: draft.text, caret: draft.caret };
    case 'numberLine':
      return draft.value === null ? null : { type: 'numberLine', value: draft.value };
    case 'hotspot':
      return { type: 'hotspot', marks: draft.marks.map((mark) => ({ ...mark })) };
    case 'keyDrill':
      return { type: 'keyDrill', pressed: draft.pressed, misses: draft.misses };
    case 'mouseDrill':
      return { type: 'mouseDrill', done: draft.done, misses: draft.misses };
    case 'gapMatch':
      return { type: 'gapMatch', pairs: pairsOf(draft.pairs), held: draft.held };
    case 'inlineChoice':
      return {
        type: 'inlineChoice',
        chosen: pairsOf(draft.chosen),
        tried: pairsOf(draft.tried),
        at: draft.at,
      };
    case 'trace':
      return { type: 'trace', strokes: draft.strokes.map(keptStroke) };
  }
}

/** An answer as it was left; as it begins where it is of another kind of item. */
export function draftGivenBack(item: Item, kept: KeptDraft): Draft {
  const draft = asDraft(kept);
  const begun = startDraft(item);
  return draft.type === begun.type ? draft : begun;
}

function asDraft(kept: KeptDraft): Draft {
  if (kept.type === 'keyDrill') return { ...kept, wrongKey: null };
  if (kept.type === 'mouseDrill') return { ...startMouseDrill, ...kept };
  if (kept.type === 'textEntry') return { ...kept, caret: Math.min(kept.caret, kept.text.length) };
  return kept;
}

const pairsOf = (pairs: readonly (readonly [string, string])[]): [string, string][] =>
  pairs.map(([one, other]) => [one, other]);
