import type { Point } from '../../../shared/contracts/lesson/drill-items.ts';

/** A line as an SVG path: rounded through the middles between its points. */
export function pathOf(line: readonly Point[]): string {
  const [first, ...rest] = line;
  if (first === undefined) return '';
  const parts = rest.map((point, index) => {
    const after = rest[index + 1];
    if (after === undefined) return `L${at(point)}`;
    const middle: Point = [(point[0] + after[0]) / 2, (point[1] + after[1]) / 2];
    return `Q${at(point)} ${at(middle)}`;
  });
  return `M${at(first)}${parts.join('')}`;
}

const at = ([x, y]: Point) => `${tidy(x)} ${tidy(y)}`;
const tidy = (value: number) => Math.round(value * 10) / 10;
