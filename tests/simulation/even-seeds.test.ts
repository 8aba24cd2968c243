import { describe } from 'vitest';
import { itHoldsUnder, seedsOf } from './seeds.ts';

describe('a lab through power cuts, bad cables and full disks', () => {
  seedsOf(0).forEach(itHoldsUnder);
});
