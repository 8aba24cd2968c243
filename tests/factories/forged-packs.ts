import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pressPack, publisher } from './pack-press.ts';
import { rawZip } from './raw-zip.ts';
import type { RawEntry } from './raw-zip.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { packArchiveLimits } from '../../src/content/archive/archive-limits.ts';
import { openSafeArchive } from '../../src/content/archive/safe-archive.ts';
import { formatSignature, signBytes } from '../../src/content/minisign/signature.ts';
import { parseManifest } from '../../src/content/pack/manifest.ts';

const encoder = new TextEncoder();

/** The entries of a pack, by name. */
export async function entriesOf(file: string): Promise<Map<string, Uint8Array>> {
  const archive = await openSafeArchive(file, packArchiveLimits);
  const entries = new Map<string, Uint8Array>();
  for (const entry of archive.entries) entries.set(entry.name, await archive.bytes(entry, 1e6));
  archive.close();
  return entries;
}

export async function write(entries: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const file = join(await temporaryFolder(), 'forged.kpack');
  const raw = [...entries].map(([name, content]): RawEntry => ({ name, content }));
  await writeFile(file, rawZip(raw));
  return file;
}

/** A pack whose manifest was changed and signed again by its publisher. */
export async function resigned(change: (text: string) => string): Promise<string> {
  const entries = await entriesOf(await pressPack());
  const text = Buffer.from(entries.get('pack.json') ?? []).toString('utf8');
  const manifest = encoder.encode(change(text));
  entries.set('pack.json', manifest);
  entries.set(
    'pack.json.minisig',
    encoder.encode(formatSignature(signBytes(manifest, '', publisher))),
  );
  return write(entries);
}

/** A pack with one content changed, whose manifest names the new content, signed by its publisher. */
export async function withContent(path: string, content: string): Promise<string> {
  const entries = await entriesOf(await pressPack());
  const manifest = parseManifest(entries.get('pack.json') ?? new Uint8Array());
  const old = manifest.files.find((file) => file.path === path);
  if (old === undefined) throw new Error(path);
  const bytes = encoder.encode(content);
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  entries.delete(`blobs/${old.sha256}`);
  entries.set(`blobs/${sha256}`, bytes);
  const files = manifest.files.map((file) =>
    file.path === path ? { ...file, sha256, size: bytes.length } : file,
  );
  const text = encoder.encode(JSON.stringify({ ...manifest, files }));
  entries.set('pack.json', text);
  entries.set('pack.json.minisig', encoder.encode(formatSignature(signBytes(text, '', publisher))));
  return write(entries);
}
