import { createContext } from 'react';
import type { Erased } from '../../../../../shared/contracts/erasure.ts';

/** Told of an erasure that was carried out: the learner's page ends with it, what is told of it stays. */
export const ErasedContext = createContext<(erased: Erased) => void>(() => undefined);
