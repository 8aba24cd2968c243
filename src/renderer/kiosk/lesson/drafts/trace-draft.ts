import type { Point } from '../../../../shared/contracts/lesson/drill-items.ts';

export interface TraceDraft {
  readonly type: 'trace';
  /** Lines drawn so far, in percent of the field. */
  readonly strokes: readonly (readonly Point[])[];
}

export const startTrace: TraceDraft = { type: 'trace', strokes: [] };

/** A hand that only clicks moves a little too; a shorter line than this, in percent, is none. */
const leastLine = 3;

/** Points nearer to each other than this are one. */
const leastStep = 0.6;

const apart = (one: Point, other: Point) => Math.hypot(one[0] - other[0], one[1] - other[1]);

/** Draws on to a point. */
export function drawOn(line: readonly Point[], point: Point): readonly Point[] {
  const last = line.at(-1);
  return last !== undefined && apart(last, point) < leastStep ? line : [...line, point];
}

/** Whether a line has left its beginning: until then the hand has only touched the field. */
export function isDrawn(line: readonly Point[]): boolean {
  const [first] = line;
  return first !== undefined && line.some((point) => apart(first, point) >= leastLine);
}

/** Lays a finished line beside the others, unless all lines asked for are drawn already. */
export function addStroke(draft: TraceDraft, line: readonly Point[], asked: number): TraceDraft {
  if (!isDrawn(line) || draft.strokes.length >= asked) return draft;
  return { type: 'trace', strokes: [...draft.strokes, line] };
}

export function eraseStroke(draft: TraceDraft): TraceDraft {
  return { type: 'trace', strokes: draft.strokes.slice(0, -1) };
}

/** The lines from the first one that does not fit on are drawn anew: their order is part of the letter. */
export function secondTrace(draft: TraceDraft, fits: (index: number) => boolean): TraceDraft {
  const astray = draft.strokes.findIndex((_, index) => !fits(index));
  return astray === -1 ? draft : { type: 'trace', strokes: draft.strokes.slice(0, astray) };
}
