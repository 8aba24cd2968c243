import { describe, expect, it } from 'vitest';
import { sequenceSchema } from '../../shared/sequence.ts';
import { SequenceSeal } from './sealed-sequence.ts';

const sequence = '2-g1AAAACTeJzLYWBgYMpgTmHgz8tPSTV0MDQy1zMAQsMckEQiQ1L9____szKYExlzgQL';
const seal = new SequenceSeal(new Uint8Array(32).fill(7));

describe('a sequence of CouchDB’s, sealed', () => {
  it('[CDB6] is a sequence too, and opens to what it was', () => {
    const sealed = sequenceSchema.parse(seal.seal('state-1', sequence));
    expect(seal.open('state-1', sealed)).toBe(sequence);
    expect(seal.open('state-1', 0)).toBe(0);
  });

  it('[CDB6] opens for nobody who made it up, changed it, or took it from another database', () => {
    const sealed = String(seal.seal('state-1', sequence));
    const other = new SequenceSeal(new Uint8Array(32).fill(8));
    const wrong = [sequence, `${sequence}.`, `3${sealed.slice(1)}`, sealed.slice(0, -1), 1, 12];
    for (const each of [...wrong, other.seal('state-1', sequence)]) {
      expect(seal.open('state-1', each)).toBeNull();
    }
    expect(seal.open('state-2', sealed)).toBeNull();
  });
});
