import { describe } from 'vitest';
import { keptSeeds } from './kept-seeds.ts';
import { itHolds } from './seeds.ts';

describe('a lab that once went wrong, or well might', () => {
  for (const { name, setup, deeds, shows = [] } of keptSeeds)
    itHolds(name, setup, deeds, { shows });
});
