import type { VerifierCost } from '../../src/shared/contracts/keyring.ts';

/** Hardly any: in a test lab nobody guesses at codes, and every verifier says what it cost. */
export const testCost: VerifierCost = { memoryKiB: 64, iterations: 1 };
