import { vi } from 'vitest';
import type * as Signing from '../../src/sync/envelope/signing.ts';

/**
 * A hub verifies signatures on other threads, and how long they take no seed decides. Under
 * simulation the same check is made at once.
 */
vi.mock('../../src/sync/envelope/signing.ts', async (importOriginal) => {
  const signing = await importOriginal<typeof Signing>();
  const verifyValueAside: typeof signing.verifyValueAside = (...signed) =>
    Promise.resolve(signing.verifyValue(...signed));
  return { ...signing, verifyValueAside };
});
