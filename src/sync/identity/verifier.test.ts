import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifierSchema } from '../../shared/contracts/keyring.ts';
import { isReanError } from '../../shared/errors.ts';
import type { Randomness } from '../../shared/ports.ts';
import { hashSecret, verifySecret } from './verifier.ts';
import type { SignInSecret } from './verifier.ts';

const random: Randomness = { bytes: (length) => randomBytes(length), fraction: () => 0.5 };
const only = { name: null, secret: randomBytes(32).toString('base64') };
const pepper = only.secret;
const code: SignInSecret = { kind: 'pictures', code: ['rice', 'fish', 'moon', 'drum'] };

describe('[IDN2] a verifier', () => {
  it('accepts the secret it was made from and no other', async () => {
    const verifier = verifierSchema.parse(await hashSecret(code, only, random));
    expect(await verifySecret(code, pepper, verifier)).toBe(true);
    const turned: SignInSecret = { kind: 'pictures', code: ['fish', 'rice', 'moon', 'drum'] };
    expect(await verifySecret(turned, pepper, verifier)).toBe(false);
    const spoken: SignInSecret = { kind: 'passphrase', text: 'rice fish moon drum' };
    expect(await verifySecret(spoken, pepper, verifier)).toBe(false);
  });

  it('is worth nothing without the site’s pepper', async () => {
    const verifier = await hashSecret(code, only, random);
    const guessed = Buffer.alloc(32).toString('base64');
    expect(await verifySecret(code, guessed, verifier)).toBe(false);
  });

  it('differs each time, by its salt', async () => {
    const [first, second] = [
      await hashSecret(code, only, random),
      await hashSecret(code, only, random),
    ];
    expect(first.salt).not.toBe(second.salt);
    expect(first.hash).not.toBe(second.hash);
  });

  it('takes a passphrase however the keyboard composed it', async () => {
    const typed: SignInSecret = { kind: 'passphrase', text: 'caf\u0065\u0301 river ' };
    const verifier = await hashSecret(typed, only, random);
    const composed: SignInSecret = { kind: 'passphrase', text: 'caf\u00e9 river' };
    expect(await verifySecret(composed, pepper, verifier)).toBe(true);
  });

  it('made when they cost less goes on working', async () => {
    const sevens = 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=';
    const earlier = verifierSchema.parse({
      algorithm: 'argon2id',
      salt: 'CQkJCQkJCQkJCQkJCQkJCQ==',
      hash: 'gxrtCklw50BgQnFjN9Ic0VbyPxTRm7+wabuFAKqpkCk=',
      memoryKiB: 19 * 1024,
      iterations: 2,
    });
    const turned: SignInSecret = { kind: 'pictures', code: ['fish', 'rice', 'moon', 'drum'] };
    expect(await verifySecret(code, sevens, earlier)).toBe(true);
    expect(await verifySecret(turned, sevens, earlier)).toBe(false);
  });

  it('is worked out apart: the process goes on serving meanwhile', async () => {
    let turns = 0;
    let over = false;
    const turn = () => {
      turns += 1;
      if (!over) setImmediate(turn);
    };
    setImmediate(turn);
    await hashSecret(code, only, random);
    over = true;
    expect(turns).toBeGreaterThan(100);
  });

  it('refuses a verifier that would stall the station', async () => {
    const verifier = { ...(await hashSecret(code, only, random)), memoryKiB: 8 * 1024 * 1024 };
    const outcome = await verifySecret(code, pepper, verifier).catch((error: unknown) => error);
    expect(isReanError(outcome, 'shape.invalid')).toBe(true);
  });
});
