import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { directoryDocumentSchema } from '../../shared/contracts/documents/directory.ts';
import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import { ReanError } from '../../shared/errors.ts';
import { base64Schema, siteIdSchema } from '../../shared/ids.ts';
import {
  rawPublicKey,
  readSigningKey,
  signValue,
  verifyValue,
} from '../../sync/envelope/signing.ts';
import { followLinks, publicKeysIn } from '../site/hub-keys.ts';
import { writePrivateFile } from '../site/private-file.ts';
import { signingFileSchema, siteFiles } from '../site/site-files.ts';
import type { SiteKeys } from './keys-file.ts';

/**
 * Who was erased, in a file beside the keys, signed by the hub: an older keys file on the same stick
 * can't bring anybody's key back ([ERA3]). It holds pseudonyms and counts, and needs no passphrase.
 */

export type ErasedDocument = DirectoryDocumentOf<'erased'>;

/** One for each site: a stick may carry several sites' keys. */
function listPath(keysPath: string, { site }: SiteKeys): string {
  return join(dirname(keysPath), `rean-erased-${site.site}.json`);
}

const listSchema = z.strictObject({
  v: z.literal(1),
  what: z.literal('rean-erased'),
  site: siteIdSchema,
  erased: z.array(directoryDocumentSchema),
  /** How the hub's first key led to the one that signs this, for keys files from before ([JRN4]). */
  keys: z
    .strictObject({ earlier: signingFileSchema.shape.earlier.unwrap(), now: base64Schema(32) })
    .optional(),
  /** Ed25519 by the hub over the canonical form less `sig`. */
  sig: base64Schema(64),
});

/**
 * Writes the list that goes with a keys file.
 * @throws ReanError `store.full`, `config.invalid`
 */
export async function writeErasedList(keysPath: string, keys: SiteKeys): Promise<void> {
  const { privateKey, earlier } = signingFileIn(keys);
  const signing = readSigningKey(privateKey);
  const unsigned = {
    v: 1 as const,
    what: 'rean-erased' as const,
    site: keys.site.site,
    erased: keys.directory.filter(({ type }) => type === 'erased'),
    ...(earlier === undefined ? {} : { keys: { earlier, now: rawPublicKey(signing) } }),
  };
  const list = { ...unsigned, sig: signValue(unsigned, signing) };
  const path = listPath(keysPath, keys);
  await writePrivateFile(path, `${JSON.stringify(list, null, 1)}\n`);
}

/**
 * Whom the list beside a keys file names; nobody where there is none.
 * @throws ReanError `backup.damaged` where it can't be read or this hub did not sign it, `backup.other-site`
 */
export async function readErasedList(
  keysPath: string,
  keys: SiteKeys,
): Promise<readonly ErasedDocument[]> {
  const path = listPath(keysPath, keys);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return [];
  const { sig, ...unsigned } = parseList(path, text);
  const { site } = keys.site;
  if (unsigned.site !== site) {
    throw new ReanError('backup.other-site', { path, held: unsigned.site, site });
  }
  if (!signersOf(keys, unsigned.keys).some((key) => verifyValue(unsigned, sig, key))) {
    throw damaged(path);
  }
  return unsigned.erased.flatMap((each) => (each.type === 'erased' ? [each] : []));
}

function parseList(path: string, text: string): z.infer<typeof listSchema> {
  try {
    return listSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw damaged(path, cause);
  }
}

function damaged(path: string, cause?: unknown): ReanError {
  return new ReanError('backup.damaged', { path, file: basename(path), whole: 0, of: 1 }, cause);
}

/** The hub's keys as the keys file has them, and the one they have led to since. */
function signersOf(keys: SiteKeys, told: z.infer<typeof listSchema>['keys']) {
  const known = publicKeysIn(signingFileIn(keys));
  const now = told ? followLinks(known, told.earlier, told.now) : null;
  return now === null ? known : [...known, now];
}

function signingFileIn({ files }: SiteKeys) {
  const file = files.find(({ path }) => path === siteFiles.signing.path);
  return siteFiles.signing.schema.parse(file?.content);
}
