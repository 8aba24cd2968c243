import type { Move, Scene } from './scenes.ts';

/** Where the arrow waits before and after, in a scene of 300 × 88. */
const home = [284, 52] as const;

/** A way of something through a scene: where it is at each moment, for an SVG animation. */
export interface Track {
  /** `x y;x y;…` */
  readonly values: string;
  /** From 0 to 1, as many as there are values. */
  readonly keyTimes: string;
}

/** How long a whole showing takes, s. */
export const showingSeconds = (scene: Scene): number => 1.2 + scene.moves.length * 2.4;

/** A move's moments: on its way, there, clicked, on its way with the card, laid down. */
const beats = 5;

const moments = (scene: Scene) => scene.moves.length * beats + 1;

/** The moment of a move's beat, 0–1. */
export const timeOf = (scene: Scene, move: number, beat: number): number =>
  tidy((move * beats + beat) / moments(scene));

const tidy = (value: number) => Math.round(value * 1000) / 1000;

/** The way of the arrow over all moves. */
export function arrowTrack(scene: Scene): Track {
  const points = scene.moves.flatMap(({ from, to = from }, index) => [
    { at: index === 0 ? home : endOf(scene.moves[index - 1]), time: timeOf(scene, index, 0) },
    { at: from, time: timeOf(scene, index, 2) },
    { at: from, time: timeOf(scene, index, 3) },
    { at: to, time: timeOf(scene, index, 4) },
  ]);
  const last = endOf(scene.moves.at(-1));
  return track([...points, { at: last, time: 1 }]);
}

/** The way of what one move carries: it lies where it is until it is clicked. */
export function carriedTrack(scene: Scene, index: number): Track {
  const { from, to = from } = scene.moves[index] ?? { from: home };
  return track([
    { at: from, time: 0 },
    { at: from, time: timeOf(scene, index, 3) },
    { at: to, time: timeOf(scene, index, 4) },
    { at: to, time: 1 },
  ]);
}

const endOf = (move: Move | undefined) => move?.to ?? move?.from ?? home;

interface Moment {
  readonly at: readonly [number, number];
  readonly time: number;
}

function track(points: readonly Moment[]): Track {
  return {
    values: points.map(({ at }) => at.join(' ')).join(';'),
    keyTimes: points.map(({ time }) => time).join(';'),
  };
}
