import { expect, it } from 'vitest';
import { argon2Apart } from './argon2.ts';

it('[CMD1] gives the hash as the one copy of it: wiped there, it is nowhere in a shared buffer', async () => {
  const hash = await argon2Apart({
    password: 'nine clay pots in rain',
    secret: new Uint8Array(32),
    salt: new Uint8Array(16),
    memorySize: 64,
    iterations: 1,
    hashLength: 64,
  });
  expect(hash).toHaveLength(64);
  expect(hash.buffer.byteLength).toBe(64);
});
