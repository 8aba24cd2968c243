import { describe, expect, it } from 'vitest';
import { argon2InThread } from './argon2-thread.ts';
import { argon2Apart, argon2ByNode } from './argon2.ts';
import type { Argon2Work } from './argon2.ts';

const unkeyed: Argon2Work = {
  password: 'nine clay pots in rain',
  salt: new Uint8Array(16).fill(3),
  memorySize: 64,
  iterations: 1,
  hashLength: 64,
};
const work: Argon2Work = { ...unkeyed, secret: new Uint8Array(32).fill(7) };
const dear = { ...unkeyed, memorySize: 512, iterations: 3, parallelism: 4, hashLength: 32 };

describe('argon2id', () => {
  it.each([work, { ...work, password: 'ចំប៉ី ផ្កាឈូក' }, unkeyed, dear])(
    '[IDN2] is the same at a station as at the hub: of %o',
    async (asked) => {
      expect(await argon2InThread(asked)).toEqual(await argon2ByNode(asked));
    },
  );

  it('[IDN2] takes its key, lanes and passes into account', async () => {
    const asked = [work, unkeyed, { ...unkeyed, parallelism: 2 }, { ...unkeyed, iterations: 2 }];
    const hashes = await Promise.all(asked.map(argon2Apart));
    expect(new Set(hashes.map((hash) => hash.toString('hex'))).size).toBe(asked.length);
  });

  it('is worked out after one that could not be', async () => {
    const failed = argon2Apart({ ...work, memorySize: 1 });
    const next = argon2Apart(work);
    await expect(failed).rejects.toThrow('memory');
    expect(await next).toHaveLength(64);
  });

  it.each([argon2InThread, argon2ByNode])(
    '[CMD1] gives the hash as the one copy of it: wiped there, it is nowhere in a shared buffer (%o)',
    async (derive) => {
      const hash = await derive(work);
      expect(hash).toHaveLength(64);
      expect(hash.buffer.byteLength).toBe(64);
    },
  );
});
