import { expect, it } from 'vitest';
import { stationIdSchema, storeIdSchema } from '../shared/ids.ts';
import { Presence } from './presence.ts';

const station = stationIdSchema.parse('st-aaaaaaaa');
const [gone, begun] = ['1', '2'].map((digit) => storeIdSchema.parse(digit.repeat(16)));

it('[SUP13] calls nothing waiting of a store that is gone, once its station has nothing waiting', () => {
  const presence = new Presence({ wallMs: () => 0, monotonicMs: () => 0 });
  if (gone === undefined || begun === undefined) throw new Error('no store');
  presence.noteReceipt(station, gone, 5, 5);
  presence.noteReceipt(station, begun, 1, 6);
  expect(presence.of(station)?.waiting).toBe(6);
  presence.noteReceipt(station, begun, 0, 0);
  expect(presence.of(station)?.waiting).toBe(0);
});
