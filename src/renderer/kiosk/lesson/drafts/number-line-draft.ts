import type { Item } from '../../../../shared/contracts/lesson.ts';

export interface NumberLineDraft {
  readonly type: 'numberLine';
  /** In the line's own units; null until it is touched. */
  readonly value: number | null;
}

export type NumberLine = Pick<
  Extract<Item, { type: 'numberLine' }>,
  'min' | 'max' | 'step' | 'labelEvery'
>;

/** Most small marks drawn; a denser line shows its labelled marks only. */
const mostMarks = 60;

/** Steps of 0.1 add up to a hair beside their marks. */
const tidy = (value: number) => Number(value.toFixed(9));

/** The nearest value the line can take. */
export function snap(line: NumberLine, value: number): number {
  const steps = Math.round((value - line.min) / line.step);
  const most = Math.floor(tidy((line.max - line.min) / line.step));
  return tidy(line.min + Math.min(Math.max(steps, 0), most) * line.step);
}

/** Where a value lies: 0 = left end, 1 = right end. */
export function fractionOf(line: NumberLine, value: number): number {
  return (value - line.min) / (line.max - line.min);
}

/** Moves by whole steps; the first move from an untouched line begins at its left end. */
export function moveBy(line: NumberLine, value: number | null, steps: number): number {
  return value === null ? snap(line, line.min) : snap(line, value + steps * line.step);
}

export interface LineMark {
  readonly value: number;
  readonly labelled: boolean;
}

/** The marks to draw, from left to right. */
export function marksOf(line: NumberLine): LineMark[] {
  const count = Math.floor(tidy((line.max - line.min) / line.step));
  const every = count <= mostMarks ? line.step : line.labelEvery;
  const marks = Math.floor(tidy((line.max - line.min) / every));
  return Array.from({ length: marks + 1 }, (_, index) => {
    const value = tidy(line.min + index * every);
    const labels = tidy((value - line.min) / line.labelEvery);
    return { value, labelled: Number.isInteger(labels) };
  });
}
