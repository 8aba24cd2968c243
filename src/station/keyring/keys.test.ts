import { describe, expect, it } from 'vitest';
import { keyringSchema, verifierCost, verifierSchema } from '../../shared/contracts/keyring.ts';
import type { Keyring, VerifierCost } from '../../shared/contracts/keyring.ts';
import { keysOf } from './keys.ts';

const bytes = (length: number) => Buffer.alloc(length, 7).toString('base64');
const earlier = { memoryKiB: 19 * 1024, iterations: 2 };

describe('[KEY3] a verifier', () => {
  const { learners: _learners, ...rest } = lab([]);
  const later = { name: '0123456789abcdef', secret: Buffer.alloc(32, 9).toString('base64') };
  const keys = keysOf(keyringSchema.parse({ ...rest, learners: [], laterPeppers: [later] }));
  const written = { algorithm: 'argon2id', salt: bytes(16), hash: bytes(32), ...verifierCost };

  it('goes with the pepper it names, with the first where it names none, and new ones with the last', () => {
    const unnamed = verifierSchema.parse(written);
    const named = verifierSchema.parse({ ...written, pepper: later.name });
    expect(keys.provable(unnamed)).toEqual({ verifier: unnamed, pepper: rest.pepper });
    expect(keys.provable(named)).toEqual({ verifier: named, pepper: later.secret });
    expect(keys.newestPepper).toEqual(later);
  });

  it('[SGN2] is nobody’s where its pepper was dropped, and a try at it as much work', () => {
    const dropped = verifierSchema.parse({ ...written, pepper: 'fedcba9876543210' });
    expect(keys.provable(dropped)).toEqual({ verifier: null, pepper: later.secret });
  });
});

/** A lab whose learners' verifiers cost so much, from the first. */
function lab(costs: readonly VerifierCost[]): Keyring {
  const learners = costs.map((cost, nth) => {
    const learner = `ln-${String(nth).padStart(12, '0')}`;
    return {
      learner,
      key: { id: `learner:${learner}:1`, secret: bytes(32) },
      verifier: { algorithm: 'argon2id', salt: bytes(16), hash: bytes(32), ...cost },
    };
  });
  const siteKey = { id: 'site:site-aaaaaaaa:1', secret: bytes(32) };
  const site = 'site-aaaaaaaa';
  return keyringSchema.parse({ v: 1, site, siteKey, pepper: bytes(32), learners, staff: [] });
}

describe('[SGN2] what a try at nobody costs', () => {
  it('is what most checks of the site cost, whoever is first in its keyring', () => {
    expect(keysOf(lab([earlier, verifierCost, verifierCost])).usualCost).toEqual(verifierCost);
    expect(keysOf(lab([verifierCost, earlier, earlier])).usualCost).toEqual(earlier);
  });

  it('is what a new one costs where nobody has a sign-in yet', () => {
    expect(keysOf(lab([])).usualCost).toEqual(verifierCost);
  });
});
