import { describe, expect, it } from 'vitest';
import type { TryRequest } from '../shared/contracts/try-api.ts';
import { stationIdSchema } from '../shared/ids.ts';
import type { StationId } from '../shared/ids.ts';
import { TriesInHand } from './tries-in-hand.ts';

const here = stationIdSchema.parse('st-aaaaaaaa');
const elsewhere = stationIdSchema.parse('st-bbbbbbbb');
const learner = 'ln-aaaaaaaaaaaa';
const staff = 'of-aaaaaaaaaaaa';

function desk() {
  let nowMs = 1000;
  const tries = new TriesInHand({ wallMs: () => 0, monotonicMs: () => nowMs });
  const begin = (over: Partial<TryRequest> = {}, station: StationId = here) =>
    tries.take(station, { person: learner, secret: 1, step: 'begins', known: 0, ...over });
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { begin, pass };
}

describe('[SGN11] tries in one instant', () => {
  it('are made one after another, from whichever station: eight PCs in step get no more than one', () => {
    const { begin, pass } = desk();
    let made = 0;
    for (let round = 0; round < 720; round += 1) {
      for (let pc = 0; pc < 8; pc += 1) if (begin().waitMs === 0) made += 1;
      pass(5_000);
    }
    // In an hour: seven on the way to five minutes, then one in five minutes.
    expect(made).toBeLessThan(20);
    expect(made).toBeGreaterThan(12);
  });

  it('count on from what a station has heard of, and by the number of the sign-in', () => {
    const { begin } = desk();
    expect(begin({ known: 6 })).toEqual({ tries: 7, waitMs: 0 });
    expect(begin()).toEqual({ tries: 7, waitMs: 120_000 });
    expect(begin({ secret: 2 })).toEqual({ tries: 1, waitMs: 0 });
  });

  it('are over with a right one, and a right number takes itself back', () => {
    const { begin } = desk();
    for (let wrong = 0; wrong < 3; wrong += 1) begin();
    begin({ step: 'opens' });
    expect(begin()).toEqual({ tries: 3, waitMs: 0 });
    begin({ step: 'fits' });
    expect(begin()).toEqual({ tries: 1, waitMs: 0 });
  });

  it('are given back once for a right number, and to the station that tried it', () => {
    const { begin, pass } = desk();
    for (let wrong = 0; wrong < 3; wrong += 1) begin();
    begin({ step: 'opens' }, elsewhere);
    pass(5000);
    expect(begin()).toEqual({ tries: 4, waitMs: 0 });
    for (let again = 0; again < 3; again += 1) begin({ step: 'opens' });
    expect(begin()).toEqual({ tries: 4, waitMs: 0 });
  });

  it('are held in hand until they are on record: a learner who sat down elsewhere is not kept waiting', () => {
    const { begin, pass } = desk();
    begin({ known: 9 });
    pass(10 * 60_000 + 1);
    expect(begin()).toEqual({ tries: 1, waitMs: 0 });
  });

  it('are pushed out of hand by no other station, however many ids it makes up', () => {
    const { begin } = desk();
    for (let wrong = 0; wrong < 3; wrong += 1) begin();
    for (let nth = 0; nth < 12_000; nth += 1) {
      begin({ person: `ln-${String(nth).padStart(12, 'z')}` }, elsewhere);
    }
    expect(begin().waitMs).toBeGreaterThan(0);
  }, 60_000);
});

describe('[SGN12] wrong passphrases', () => {
  it('count together at all stations, and lock their owner out from the tenth on', () => {
    const { begin, pass } = desk();
    for (let wrong = 0; wrong < 9; wrong += 1) {
      expect(begin({ person: staff }).waitMs).toBe(0);
      pass(300_000);
    }
    expect(begin({ person: staff })).toEqual({ tries: 10, waitMs: 0 });
    pass(300_000);
    expect(begin({ person: staff })).toEqual({ tries: 10, waitMs: 25 * 60_000 });
  });

  it('count no more of what a station says than the next one needs to lock out', () => {
    const { begin } = desk();
    expect(begin({ person: staff, known: 1_000_000 })).toEqual({ tries: 10, waitMs: 0 });
  });

  it('are over everywhere once their owner signed in, whatever another station remembers', () => {
    const { begin, pass } = desk();
    for (let wrong = 0; wrong < 9; wrong += 1) {
      begin({ person: staff });
      pass(300_000);
    }
    begin({ person: staff, step: 'fits' }, elsewhere);
    expect(begin({ person: staff, known: 9 })).toEqual({ tries: 1, waitMs: 0 });
    expect(begin({ person: staff, known: 10 })).toEqual({ tries: 2, waitMs: 0 });
  });
});
