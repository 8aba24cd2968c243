import { describe } from 'vitest';
import { itHoldsUnderHalf } from './seeds.ts';

describe('a lab through power cuts, bad cables and full disks', () => {
  itHoldsUnderHalf(1);
});
