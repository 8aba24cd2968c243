import { systemRandomness } from '../../../src/sync/machine/system-ports.ts';
import { hashSecret, verifySecret } from '../../../src/sync/identity/verifier.ts';

export const verifierTitle = 'checking a picture code against its verifier (argon2id) in Node';

const pepperBytes = 32;

/** The least a sign-in can cost. Each call does it once and resolves to how long it took, ms. */
export async function verifierCheck(): Promise<() => Promise<number>> {
  const random = systemRandomness();
  const pepper = Buffer.from(random.bytes(pepperBytes)).toString('base64');
  const secret = { kind: 'pictures', code: ['rice', 'fish', 'house', 'tree'] } as const;
  const verifier = await hashSecret(secret, { name: null, secret: pepper }, random);
  return async () => {
    const startedAt = performance.now();
    await verifySecret(secret, pepper, verifier);
    return performance.now() - startedAt;
  };
}
