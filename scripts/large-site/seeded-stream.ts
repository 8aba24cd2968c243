import { createCipheriv, createHash } from 'node:crypto';
import type { Randomness } from '../../src/shared/ports.ts';

const poolBytes = 64 * 1024;

/** Randomness that a seed decides, fast enough for millions of nonces: the key stream of AES-CTR. */
export function seededStream(seed: number): Randomness {
  const key = createHash('sha256').update(`rean large site ${seed}`).digest();
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  const zeros = Buffer.alloc(poolBytes);
  let pool = Buffer.alloc(0);
  const bytes = (length: number) => {
    while (pool.length < length) pool = Buffer.concat([pool, cipher.update(zeros)]);
    const taken = pool.subarray(0, length);
    pool = pool.subarray(length);
    return taken;
  };
  return { bytes, fraction: () => Buffer.from(bytes(4)).readUInt32BE() / 2 ** 32 };
}
