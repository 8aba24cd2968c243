import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import {
  rawPublicKey,
  readSigningKey,
  readVerifyingKey,
  signValue,
  verifyValue,
} from '../../sync/envelope/signing.ts';
import { siteFiles } from './site-files.ts';
import type { SigningFileContent } from './site-files.ts';
import { readRequired } from './site-vault.ts';
import type { SiteVault } from './site-vault.ts';

/** A hub's signing keys: the one of now, and those before, each of which handed over to the next ([JRN4]). */

/** A former key, and its signature over the one that came after it. */
export type KeyLink = NonNullable<SigningFileContent['earlier']>[number];

/**
 * The public halves of every key this hub has signed with, the present one first.
 * @throws ReanError `site.missing`, or `config.invalid` when the file is not of its shape
 */
export async function hubKeysOf(vault: SiteVault): Promise<readonly KeyObject[]> {
  return publicKeysIn(await readRequired(vault, siteFiles.signing));
}

/** As {@link hubKeysOf}, of a file that was read. */
export function publicKeysIn({ privateKey, earlier = [] }: SigningFileContent) {
  const present = createPublicKey(readSigningKey(privateKey));
  return [present, ...earlier.toReversed().map(({ key }) => readVerifyingKey(key))];
}

/** With a new key drawn that may come next; the present one stays until {@link promoted}. */
export function withNextKey(held: SigningFileContent): SigningFileContent {
  const made = generateKeyPairSync('ed25519').privateKey;
  const privateKey = made.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  return { ...held, next: { number: held.number + 1, privateKey } };
}

/** The new key in the present one's place. */
export function promoted(held: SigningFileContent): SigningFileContent {
  const { next, number, privateKey, earlier = [] } = held;
  if (next === undefined) return held;
  const before = readSigningKey(privateKey);
  const handedOver = signValue(handOver(rawPublicKey(readSigningKey(next.privateKey))), before);
  const link = { number, key: rawPublicKey(before), handedOver };
  return { v: 1, ...next, earlier: [...earlier, link] };
}

/** The present key in its place, and no other drawn. */
export function withoutNext({ next: _next, ...held }: SigningFileContent): SigningFileContent {
  return held;
}

/**
 * The key of now, for somebody who knows one of this hub's keys of any time: each link says what the
 * next is. Null where no link leads from what is known.
 * @param last the key that is claimed to be the present one, raw, base64
 */
export function followLinks(
  known: readonly KeyObject[],
  links: readonly KeyLink[],
  last: string,
): KeyObject | null {
  const keys = new Set(known.map(rawPublicKey));
  for (const [at, { key, handedOver }] of links.entries()) {
    const next = links[at + 1]?.key ?? last;
    const signed = verifyValue(handOver(next), handedOver, readVerifyingKey(key));
    if (keys.has(key) && signed) keys.add(next);
  }
  return keys.has(last) ? readVerifyingKey(last) : null;
}

const handOver = (key: string) => ({ what: 'rean-hub-key', key });
