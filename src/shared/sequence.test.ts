import { describe, expect, it } from 'vitest';
import { hasMovedOn, sequenceSchema, sequenceTextSchema, waitFrom } from './sequence.ts';

const [first, second] = [
  '12-g1AAAACLeJzLYWBgYMpgTmHgz8tPSTV0MDQy1zMAQsMckEQiQ1L9____szKYExlzgQLsBokG',
  '13-g1AAAACL',
];

describe('an update sequence', () => {
  it('[CDB2] is a number or CouchDB’s text, in documents and in URLs', () => {
    for (const good of [0, 12, first, second]) {
      expect(sequenceSchema.parse(good)).toBe(good);
      expect(sequenceTextSchema.parse(String(good))).toBe(good);
    }
    for (const bad of [-1, 1.5, '', '12', 'now', '12-', '12-a b', 'x-abc', null, {}]) {
      expect(sequenceSchema.safeParse(bad).success).toBe(false);
    }
  });

  it('[CDB2] has moved on by a higher number, and by any other text', () => {
    expect([hasMovedOn(3, 2), hasMovedOn(2, 2), hasMovedOn(2, 3)]).toEqual([true, false, false]);
    expect([hasMovedOn(first, second), hasMovedOn(second, first)]).toEqual([true, true]);
    expect([hasMovedOn(first, first), hasMovedOn(first, 0)]).toEqual([false, true]);
  });

  it('[CDB2] is waited from by the higher number, or by the hub’s own word', () => {
    expect([waitFrom(5, 4), waitFrom(4, 5), waitFrom(4, null)]).toEqual([5, 5, 4]);
    expect([waitFrom(first, second), waitFrom(first, null)]).toEqual([second, first]);
  });
});
