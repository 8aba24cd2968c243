import crypto from 'node:crypto';
import { vi } from 'vitest';
import type { Argon2Work } from '../../src/sync/identity/argon2.ts';

/**
 * The same argon2id, worked out before anything else goes on: a thread takes as long as the PC is
 * busy, while virtual time passes, and a run would depend on more than its seed.
 */
vi.mock(import('../../src/sync/identity/argon2.ts'), async (original) => ({
  ...(await original()),
  argon2Apart: ({ password, salt, secret, ...work }: Argon2Work) => {
    const cost = { memory: work.memorySize, passes: work.iterations, tagLength: work.hashLength };
    const given = { message: password, nonce: salt, parallelism: work.parallelism ?? 1, ...cost };
    const keyed = secret === undefined ? given : { ...given, secret };
    return Promise.resolve(crypto.argon2Sync('argon2id', keyed));
  },
}));
