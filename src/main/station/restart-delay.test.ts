import { expect, it } from 'vitest';
import { restartDelayMs } from './restart-delay.ts';

it('[WIN7] waits hardly at all after one crash, longer after each, never over 8 s', () => {
  expect([0, 1, 2, 6, 7, 500].map(restartDelayMs)).toEqual([100, 200, 400, 6_400, 8_000, 8_000]);
});
