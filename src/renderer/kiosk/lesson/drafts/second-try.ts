import { strokeId } from '../../../../domain/strokes.ts';
import type { Item } from '../../../../shared/contracts/lesson.ts';
import { startDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { secondInlineTry } from './inline-choice-draft.ts';
import { secondTrace } from './trace-draft.ts';

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
    case 'associate':
      return {
        ...draft,
        places: draft.places.map((id) => (id !== null && fitting.includes(id) ? id : null)),
      };
    case 'hotspot':
      return {
        ...draft,
        marks: draft.marks.filter((mark) => mark.area !== null && fitting.includes(mark.area)),
      };
    case 'gapMatch':
      return {
        ...draft,
        pairs: draft.pairs.filter(([, gap]) => fitting.includes(gap)),
        held: null,
      };
    case 'inlineChoice':
      return secondInlineTry(draft, fitting);
    case 'trace':
      return secondTrace(draft, (index) => fitting.includes(strokeId(index)));
    case 'textEntry':
      return { ...draft, caret: draft.text.length };
    case 'keyDrill':
    case 'mouseDrill':
      return startDraft(item);
    case 'present':
    case 'readAloud':
    case 'numberLine':
      return draft;
  }
}
