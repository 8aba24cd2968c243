import { describe, expect, it } from 'vitest';
import { clickTwice, startMouseDrill, stepDone, stepMissed } from './mouse-drill-draft.ts';
import { addStroke, drawOn, eraseStroke, isDrawn, secondTrace, startTrace } from './trace-draft.ts';

const line = [
  [10, 10],
  [10, 60],
] as const;

describe('drawing strokes [LSN12]', () => {
  it('takes no click for a line, and no line more than the letter has', () => {
    expect(
      isDrawn([
        [10, 10],
        [11, 11],
      ]),
    ).toBe(false);
    expect(addStroke(startTrace, [[10, 10]], 2)).toBe(startTrace);
    const one = addStroke(startTrace, line, 1);
    expect(one.strokes).toHaveLength(1);
    expect(addStroke(one, line, 1)).toBe(one);
    expect(eraseStroke(one)).toEqual(startTrace);
  });

  it('keeps points that lie apart', () => {
    expect(drawOn(line, [10, 60.1])).toBe(line);
    expect(drawOn(line, [12, 60])).toHaveLength(3);
  });

  it('keeps the strokes before the first that does not fit for the second try [LSN5]', () => {
    const two = addStroke(addStroke(startTrace, line, 3), line, 3);
    expect(secondTrace(two, (index) => index === 0).strokes).toHaveLength(1);
    expect(secondTrace(two, (index) => index === 1).strokes).toHaveLength(0);
  });
});

describe('using the mouse [LSN13]', () => {
  it('takes two clicks within a second for a double click, and a later one as a first', () => {
    const one = clickTwice(startMouseDrill, 5000);
    expect(one.done).toBe(0);
    expect(clickTwice(one, 5900)).toMatchObject({ done: 1, clicks: 0 });
    const late = clickTwice(one, 6100);
    expect(late.done).toBe(0);
    expect(clickTwice(late, 6300).done).toBe(1);
  });

  it('counts what is done and what is missed', () => {
    expect(stepMissed(stepDone(startMouseDrill))).toMatchObject({ done: 1, misses: 1 });
  });
});
