import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import { groupIdSchema, stationIdSchema } from '../../shared/ids.ts';
import { takeOver } from './take-over.ts';

const group = (hubSeq: number, name: string): DirectoryDocument => ({
  _id: 'group:gr-aaaaaaaa',
  type: 'group',
  v: 1,
  hubSeq,
  group: groupIdSchema.parse('gr-aaaaaaaa'),
  name: { km: name },
  symbol: 'fish',
});

const station = (hubSeq: number, disabled: boolean): DirectoryDocument => ({
  _id: 'station:st-aaaaaaaa',
  type: 'station',
  v: 1,
  hubSeq,
  station: stationIdSchema.parse('st-aaaaaaaa'),
  name: { km: 'ទី' },
  kind: 'kiosk',
  signingKeys: {},
  seat: 1,
  disabled,
});

/** What a directory holds of one id after lost versions came in this order. */
function after(lost: readonly DirectoryDocument[], held: DirectoryDocument | null, here = false) {
  return lost.reduce((now, document) => {
    const present = { held: () => now, changedHere: () => here };
    return takeOver([document], present).taken[0] ?? now;
  }, held);
}

describe('[REC3] a document of a lost entry', () => {
  it('takes effect where it is later than what was restored, whoever brings it first', () => {
    const versions = fc.uniqueArray(fc.integer({ min: 2, max: 40 }), { minLength: 1 });
    fc.assert(
      fc.property(versions, fc.infiniteStream(fc.boolean()), (numbers, forked) => {
        const lost = numbers.map((number) => group(number, String(forked.next().value)));
        const one = after(lost, group(1, 'restored'));
        expect(after(lost.toReversed(), group(1, 'restored'))).toEqual(one);
        expect(one?.hubSeq).toBe(Math.max(...numbers));
      }),
      { seed: 5 },
    );
  });

  it('of the same number is chosen by its content, where two hubs went different ways', () => {
    const both = [group(7, 'a'), group(7, 'b')];
    expect(after(both, null)).toEqual(after(both.toReversed(), null));
  });

  it('does not undo what a person did at the restored hub, and is told of', () => {
    const present = { held: () => group(3, 'here'), changedHere: () => true };
    const lost = group(9, 'lost');
    expect(takeOver([lost], present)).toEqual({ taken: [], kept: [lost] });
  });

  it('shuts out whoever was shut out, and lets nobody in again', () => {
    expect(after([station(2, true)], station(5, false), true)).toEqual(station(2, true));
    expect(after([station(9, false)], station(5, true))).toEqual(station(5, true));
  });
});
