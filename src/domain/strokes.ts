import { tracePoints } from '../shared/contracts/lesson/response.ts';
import type { Point } from '../shared/contracts/lesson/drill-items.ts';

/** A line drawn in one go, from its first point to its last, in percent of the field. */
export type Stroke = readonly Point[];

/** How a stroke of a letter is named where parts that fit are told. */
export const strokeId = (index: number): string => `stroke-${index + 1}`;

/** Points a stroke is compared at. */
const samples = 32;

/** A stroke shorter than this part of what it should be is none, however near it lies. */
const leastLength = 0.5;

/** A short stroke must not fit backwards: a hand may go no further astray than this part of it. */
const mostOfLength = 0.4;

/**
 * Whether a hand followed a stroke from its start to its end, in its direction, never further from it
 * than `tolerance` ([LSN12]). How fast and how evenly it went doesn't matter.
 */
export function followsStroke(drawn: Stroke, model: Stroke, tolerance: number): boolean {
  if (drawn.length < 2) return false;
  const length = lengthOf(model);
  if (lengthOf(drawn) < length * leastLength) return false;
  const allowed = Math.min(tolerance, length * mostOfLength);
  return walkingDistance(resample(drawn, samples), resample(model, samples)) <= allowed;
}

/** A stroke as it is sent and recorded: at most 40 points, in whole percents. */
export function keptStroke(stroke: Stroke): [number, number][] {
  const points = stroke.length > tracePoints ? resample(stroke, tracePoints) : stroke;
  return points.map(([x, y]) => [whole(x), whole(y)]);
}

const whole = (value: number) => Math.round(Math.min(Math.max(value, 0), 100));

export const lengthOf = (stroke: Stroke): number =>
  stroke.reduce((sum, point, index) => sum + distance(stroke[index - 1] ?? point, point), 0);

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by);
}

/** The stroke as `count` points that lie equally far from each other along it. */
export function resample(stroke: Stroke, count: number): Point[] {
  const step = lengthOf(stroke) / (count - 1);
  return Array.from({ length: count }, (_, index) => pointAt(stroke, step * index));
}

/** The point this far along a stroke; its end beyond that. */
function pointAt(stroke: Stroke, along: number): Point {
  let left = along;
  for (const [index, point] of stroke.entries()) {
    const next = stroke[index + 1];
    if (next === undefined) return point;
    const span = distance(point, next);
    if (left <= span && span > 0) {
      const share = left / span;
      return [point[0] + (next[0] - point[0]) * share, point[1] + (next[1] - point[1]) * share];
    }
    left -= span;
  }
  return [0, 0];
}

/**
 * The discrete Fréchet distance: two walk along a line each, from start to end, never back; how far
 * apart they have to be at least at some moment, however each hurries or waits.
 */
function walkingDistance(one: Stroke, other: Stroke): number {
  let before: number[] = [];
  for (const [row, point] of one.entries()) {
    const now: number[] = [];
    for (const [column, there] of other.entries()) {
      const ways = [before[column], before[column - 1], now[column - 1]];
      const reached = ways.filter((way) => way !== undefined);
      const soFar = row === 0 && column === 0 ? 0 : Math.min(...reached);
      now.push(Math.max(soFar, distance(point, there)));
    }
    before = now;
  }
  return before.at(-1) ?? Number.POSITIVE_INFINITY;
}
