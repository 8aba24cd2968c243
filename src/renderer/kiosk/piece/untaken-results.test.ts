import { describe, expect, it } from 'vitest';
import type { PieceResult } from '../../../shared/contracts/piece.ts';
import { UntakenResults } from './untaken-results.ts';

const scored = (score: number, completed = false): PieceResult => ({
  score,
  passed: null,
  completed,
});

function opened() {
  const taken: PieceResult[] = [];
  const disk = { full: false };
  const results = new UntakenResults((result) => {
    if (disk.full) return Promise.reject(new Error('full'));
    taken.push(result);
    return Promise.resolve();
  });
  return { taken, disk, results };
}

describe('results of a piece', () => {
  it('[PCE4] wait while they can’t be recorded, and come in order', async () => {
    const { taken, disk, results } = opened();
    disk.full = true;
    results.add(scored(0.1));
    results.add(scored(0.2, true));
    await results.tryAgain();
    expect(taken).toEqual([]);
    disk.full = false;
    await results.tryAgain();
    expect(taken).toEqual([scored(0.1), scored(0.2, true)]);
    await results.tryAgain();
    expect(taken).toHaveLength(2);
  });

  it('[PCE4] keep what says that it is done, however many more come', async () => {
    const { taken, disk, results } = opened();
    disk.full = true;
    results.add(scored(1, true));
    for (let index = 0; index < 100; index += 1) results.add(scored(index / 100));
    await results.tryAgain();
    disk.full = false;
    await results.tryAgain();
    expect(taken).toHaveLength(20);
    expect(taken[0]).toEqual(scored(1, true));
    expect(taken.at(-1)).toEqual(scored(0.99));
  });
});
