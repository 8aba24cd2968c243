import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { rawKeyOf } from './ed25519.ts';
import type { Signed } from './ed25519.ts';
import { checksHere } from './signature-checks.ts';
import type { SignatureChecks } from './signature-checks.ts';
import { ThreadedChecks } from './threaded-checks.ts';

const pairs = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')] as const;

/** Every third is wrong in one way or another; messages of many lengths, none too. */
function someSigned(
  count: number,
): readonly { readonly signed: Signed; readonly holds: boolean }[] {
  return Array.from({ length: count }, (_, nth) => {
    const { privateKey, publicKey } = pairs[nth % 2 === 0 ? 0 : 1];
    const message = Buffer.alloc((nth * 37) % 900, nth);
    const signed = {
      message,
      signature: sign(null, message, privateKey),
      key: rawKeyOf(publicKey),
    };
    return nth % 3 === 2 ? { signed: spoiled(signed, nth), holds: false } : { signed, holds: true };
  });
}

function spoiled(signed: Signed, nth: number): Signed {
  const [ways, other] = [4, pairs[nth % 2 === 0 ? 1 : 0]];
  switch (nth % ways) {
    case 0:
      return { ...signed, message: Buffer.concat([signed.message, Buffer.from('x')]) };
    case 1:
      return { ...signed, key: rawKeyOf(other.publicKey) };
    case 2:
      return { ...signed, signature: signed.signature.subarray(1) };
    default:
      return { ...signed, signature: Buffer.alloc(signed.signature.length) };
  }
}

const opened: SignatureChecks[] = [];
const opening = (checks: SignatureChecks) => {
  opened.push(checks);
  return checks;
};
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

describe('[EVT4] a signature', () => {
  it.each([1, 7, 8, 63, 64, 65, 500])(
    'holds or not, whoever checks it, when %i are asked for at once',
    async (count) => {
      const all = someSigned(count);
      for (const checks of [opening(checksHere()), opening(new ThreadedChecks())]) {
        const answers = await Promise.all(all.map(({ signed }) => checks.check(signed)));
        expect(answers).toEqual(all.map(({ holds }) => holds));
      }
    },
  );

  it('is checked turn after turn by the same thread', async () => {
    const checks = opening(new ThreadedChecks());
    for (const count of [20, 3, 130, 20]) {
      const all = someSigned(count);
      const answers = await Promise.all(all.map(({ signed }) => checks.check(signed)));
      expect(answers).toEqual(all.map(({ holds }) => holds));
    }
  });

  it('is checked all the same when the thread fails', async () => {
    const checks = opening(new ThreadedChecks('/nowhere/signature-worker.ts'));
    const all = someSigned(200);
    for (const _ of [1, 2]) {
      const answers = await Promise.all(all.map(({ signed }) => checks.check(signed)));
      expect(answers).toEqual(all.map(({ holds }) => holds));
    }
  });

  it('is checked all the same while the thread is stopped', async () => {
    const checks = opening(new ThreadedChecks());
    const all = someSigned(200);
    const answers = Promise.all(all.map(({ signed }) => checks.check(signed)));
    await checks.close();
    expect(await answers).toEqual(all.map(({ holds }) => holds));
  });
});
