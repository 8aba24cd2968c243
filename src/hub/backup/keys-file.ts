import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { directoryDocumentSchema } from '../../shared/contracts/documents/directory.ts';
import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import { base64Schema, siteIdSchema } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { canonicalBytes, canonicalHash } from '../../sync/envelope/canonical.ts';
import { openBytes, sealBytes } from '../../sync/envelope/sealing.ts';
import { argon2Apart } from '../../sync/identity/argon2.ts';
import { writePrivateFile } from '../site/private-file.ts';
import { openFromSheet, sealForSheet, sealedForSheetSchema } from './recovery-code.ts';
import { filesApart, isSecret, siteFileSchema, siteFiles } from '../site/site-files.ts';
import { readRequired } from '../site/site-vault.ts';
import type { SiteVault } from '../site/site-vault.ts';

/** A site's keys in one file, sealed with a passphrase: argon2id, AES-256-GCM ([BAK3]). */

/** RFC 9106, second recommended option: 64 MiB, 3 passes, 4 lanes; a second on an old PC. */
export const keysCost = { memoryKiB: 64 * 1024, iterations: 3, parallelism: 4 } as const;
export type KeysCost = Readonly<Record<keyof typeof keysCost, number>>;
const saltBytes = 16;
const keyBytes = 32;

/** What a passphrase has at least: four words, say. */
export const passphraseRule = { characters: 16, different: 8 } as const;

const sealedKeysSchema = z.strictObject({
  v: z.literal(1),
  what: z.literal('rean-keys'),
  site: siteIdSchema,
  kdf: z.strictObject({
    algorithm: z.literal('argon2id'),
    salt: base64Schema(saltBytes),
    // A file asking for more was not made by this program, and would stall the PC.
    memoryKiB: z
      .number()
      .int()
      .min(8)
      .max(1024 * 1024),
    iterations: z.number().int().min(1).max(32),
    parallelism: z.number().int().min(1).max(16),
  }),
  /** The secret under `sealed`, for the recovery sheet; a site of before has none. */
  sheet: sealedForSheetSchema.optional(),
  sealed: z.base64(),
});

const keysSchema = z.strictObject({
  v: z.literal(1),
  site: siteFileSchema,
  wallMs: z.number().int(),
  files: z.array(z.strictObject({ path: z.string(), content: z.unknown() })),
  /**
   * Site, segments and stations, so that a hub with nothing else knows whose events to take; and who
   * was erased, so that no older key of theirs is used again ([ERA3]).
   */
  directory: z.array(directoryDocumentSchema),
});
export type SiteKeys = z.infer<typeof keysSchema>;

/** Gathers what a keys file holds. @param directory the directory of the backup it goes with */
export async function gatherKeys(
  vault: SiteVault,
  directory: readonly DirectoryDocument[],
  wallMs: number,
): Promise<SiteKeys> {
  const site = await readRequired(vault, siteFiles.site);
  const files: SiteKeys['files'] = [];
  for (const file of filesApart) {
    const content = await vault.read(file);
    if (content !== null) files.push({ path: file.path, content });
  }
  const kept = directory.filter(({ type }) =>
    ['site', 'segments', 'station', 'erased'].includes(type),
  );
  return { v: 1, site, wallMs, files, directory: kept };
}

/** Tells one state of a site's secrets from another. */
export function secretsHash({ files }: Pick<SiteKeys, 'files'>): string {
  return canonicalHash(files.filter(isSecret));
}

/** What seals a keys file. */
export interface KeysSeal {
  readonly passphrase: string;
  readonly cost: KeysCost;
}

/**
 * Writes the keys (mode 0600), reads them back and opens them: they count only then.
 * @throws ReanError `backup.passphrase-weak`, `backup.unwritable`
 */
export async function writeKeysFile(
  path: string,
  keys: SiteKeys,
  { passphrase, cost }: KeysSeal,
  random: Randomness,
): Promise<void> {
  requireStrong(passphrase);
  const salt = Buffer.from(random.bytes(saltBytes)).toString('base64');
  const kdf = { algorithm: 'argon2id', salt, ...cost } as const;
  const secret = await deriveKey(passphrase, kdf);
  const sheet = sheetIn(keys, secret, random);
  const clear = { v: 1, what: 'rean-keys', site: keys.site.site, kdf, ...sheet } as const;
  const sealed = sealBytes(secret, canonicalBytes(clear), canonicalBytes(keys), random);
  try {
    await writePrivateFile(path, `${JSON.stringify({ ...clear, sealed })}\n`);
  } catch (cause) {
    const problem = isReanError(cause) ? (cause.facts['problem'] ?? cause.code) : 'unknown';
    throw new ReanError('backup.unwritable', { path, problem }, cause);
  }
  const read = await readKeysFile(path, passphrase);
  if (canonicalHash(read) !== canonicalHash(keys)) {
    throw new ReanError('backup.unwritable', { path, problem: 'read-back' });
  }
}

/**
 * Opens a keys file. @param passphrase what it was sealed with, or the code of the recovery sheet
 * @throws ReanError `backup.passphrase-wrong` (or a changed file: the two look alike), `backup.missing`,
 * `backup.damaged` where it is no keys file, `backup.unreadable`
 */
export async function readKeysFile(path: string, passphrase: string): Promise<SiteKeys> {
  const { sealed, ...clear } = await readSealed(path);
  const fromSheet = clear.sheet ? openFromSheet(clear.sheet, passphrase) : null;
  const secret = fromSheet ?? (await deriveKey(passphrase, clear.kdf));
  const plain = open(secret, canonicalBytes(clear), sealed, path);
  return keysSchema.parse(JSON.parse(plain.toString('utf8')));
}

/** The key of this file once more, sealed for the site's recovery sheet where it has one. */
function sheetIn({ files }: SiteKeys, secret: Uint8Array, random: Randomness) {
  const { path, schema } = siteFiles.recoverySheet;
  const held = schema.safeParse(files.find((file) => file.path === path)?.content);
  return held.success ? { sheet: sealForSheet(secret, held.data.publicKey, random) } : {};
}

/** @throws ReanError `backup.passphrase-weak` */
export function requireStrong(passphrase: string): void {
  const characters = [...written(passphrase)];
  const enough =
    characters.length >= passphraseRule.characters &&
    new Set(characters).size >= passphraseRule.different;
  if (!enough) throw new ReanError('backup.passphrase-weak', passphraseRule);
}

async function readSealed(path: string) {
  const damaged = (cause?: unknown) =>
    new ReanError('backup.damaged', { path, file: path, whole: 0, of: 0 }, cause);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const problem = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    const code = problem === 'ENOENT' ? 'backup.missing' : 'backup.unreadable';
    throw new ReanError(code, { path, problem }, cause);
  }
  try {
    return sealedKeysSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw damaged(cause);
  }
}

function open(secret: Uint8Array, context: Uint8Array, sealed: string, path: string): Buffer {
  try {
    return openBytes(secret, context, sealed, 'passphrase');
  } catch (cause) {
    throw new ReanError('backup.passphrase-wrong', { path }, cause);
  }
}

function deriveKey(
  passphrase: string,
  { salt, memoryKiB, iterations, parallelism }: z.infer<typeof sealedKeysSchema>['kdf'],
): Promise<Uint8Array> {
  return argon2Apart({
    password: written(passphrase),
    salt: Buffer.from(salt, 'base64'),
    memorySize: memoryKiB,
    iterations,
    parallelism,
    hashLength: keyBytes,
  });
}

/** Two keyboards may write one passphrase differently (NFC), and a space at its end is no part of it. */
function written(passphrase: string): string {
  return passphrase.normalize('NFC').trim();
}
