import { createHash } from 'node:crypto';
import type { Keyring, Verifier } from '../../shared/contracts/keyring.ts';
import type { Randomness } from '../../shared/ports.ts';

/**
 * A site's peppers: the one that new verifiers are made with, and those before it for as long as some
 * verifier needs them ([KEY3]).
 */

const pepperBytes = 32;
const nameDigits = 16;

export interface Pepper {
  /** Null for the one that the site began with. */
  readonly name: string | null;
  /** Base64 of 32 bytes. */
  readonly secret: string;
}

type Held = Pick<Keyring, 'pepper' | 'pepperName' | 'laterPeppers'>;

/** All of a keyring, oldest first. */
export function peppersOf(keyring: Held): readonly Pepper[] {
  const oldest = { name: keyring.pepperName ?? null, secret: keyring.pepper };
  return [oldest, ...(keyring.laterPeppers ?? [])];
}

/** What new verifiers are made with. */
export function newestPepper(keyring: Held): Pepper {
  const later = keyring.laterPeppers?.at(-1);
  return later ?? { name: keyring.pepperName ?? null, secret: keyring.pepper };
}

/** The pepper a verifier says it was made with, base64; null where it is not held. */
export function pepperNamed(keyring: Held, name: Verifier['pepper']): string | null {
  const found = peppersOf(keyring).find((each) => each.name === (name ?? null));
  return found?.secret ?? null;
}

/** A new one. Its name comes out of it, so that two of a site never share one, whatever is restored. */
export function drawPepper(random: Randomness): Pepper & { readonly name: string } {
  const bytes = random.bytes(pepperBytes);
  const name = createHash('sha256').update('rean pepper v1:').update(bytes).digest('hex');
  return { name: name.slice(0, nameDigits), secret: Buffer.from(bytes).toString('base64') };
}
