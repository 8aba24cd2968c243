import type { Move, Scene } from './scenes.ts';

/**
 * How many steps of a scene are drawn for who asked for less motion ([LSN14]): all of them at first, then
 * one after the other, a touch each.
 * @param showing how often it was shown, by itself too
 */
export function stepsShown({ moves }: Pick<Scene, 'moves'>, showing: number): number {
  return showing < 2 ? moves.length : ((showing - 2) % moves.length) + 1;
}

/** So far from the middle of a card a line begins and ends, in a scene of 300 × 88. */
const margin = 20;
const barb = 7;

/** A line from one place to another with a head, as an SVG path. */
export function wayBetween(from: Move['from'], to: Move['from']): string {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(x, y);
  if (length <= 2 * margin) return '';
  const [alongX, alongY] = [x / length, y / length];
  const at = (share: number, aside: number) =>
    [
      Math.round(from[0] + alongX * share - alongY * aside),
      Math.round(from[1] + alongY * share + alongX * aside),
    ].join(' ');
  const end = length - margin;
  const head = `M${at(end - barb, -barb)}L${at(end, 0)}L${at(end - barb, barb)}`;
  return `M${at(margin, 0)}L${at(end, 0)}${head}`;
}
