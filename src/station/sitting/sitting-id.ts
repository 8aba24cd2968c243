import { sittingIdSchema } from '../../shared/ids.ts';
import type { SittingId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';

// 32 characters, so that a byte picks one without bias; no i, l, o, u to be misread.
const letters = 'abcdefghjkmnpqrstvwxyz0123456789';

/** A new sitting's id: 80 random bits, the same nowhere else. */
export function freshSittingId(randomness: Randomness): SittingId {
  const word = Array.from(randomness.bytes(16), (byte) => letters.charAt(byte % letters.length));
  return sittingIdSchema.parse(`si-${word.join('')}`);
}
