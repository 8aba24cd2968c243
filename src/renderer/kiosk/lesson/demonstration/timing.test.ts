import { describe, expect, it } from 'vitest';
import { sceneOf } from './scenes.ts';
import type { Scene } from './scenes.ts';
import { arrowTrack, carriedTrack } from './timing.ts';

const scenes = Object.entries(sceneOf).filter(
  (entry): entry is [string, Scene] => entry[1] !== null,
);
const times = (keyTimes: string) => keyTimes.split(';').map(Number);

describe('a demonstration [LSN14]', () => {
  it.each(scenes)('of %s runs forward from beginning to end', (_, scene) => {
    const tracks = [
      arrowTrack(scene),
      ...scene.moves.map((__, index) => carriedTrack(scene, index)),
    ];
    for (const { values, keyTimes } of tracks) {
      const moments = times(keyTimes);
      expect(values.split(';')).toHaveLength(moments.length);
      expect([moments[0], moments.at(-1)]).toEqual([0, 1]);
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    }
  });

  it('brings the arrow to what it carries before that moves', () => {
    const { match } = sceneOf;
    if (match === null) throw new Error('no scene');
    const carried = carriedTrack(match, 1);
    const arrow = arrowTrack(match);
    const leaves = times(carried.keyTimes)[1];
    const [x, y] = match.moves[1]?.from ?? [0, 0];
    const there = arrow.values.split(';').lastIndexOf(`${x} ${y}`);
    expect(times(arrow.keyTimes)[there]).toBe(leaves);
  });
});
