import { join } from 'node:path';
import type { Randomness } from '../../shared/ports.ts';
import type { Disk } from '../disk/disk.ts';
import { writeDurably, writeSynced } from '../disk/durable-file.ts';
import { manifestName, signatureName } from '../pack/manifest.ts';
import type { SignedManifest } from '../pack/signed-manifest.ts';
import type { InstalledVersion } from './installed-packs.ts';
import { readSignature } from './installed-packs.ts';
import type { StoreLayout } from './layout.ts';

interface CommitTools {
  readonly disk: Disk;
  readonly randomness: Randomness;
  readonly layout: StoreLayout;
}

/**
 * Records a version whose blobs are all in place ([PKG9]): both files are written and forced in
 * `folder`, which then becomes the version's folder in one rename. A sound one there already is left
 * alone, but for the signature, which may be a newer one over the same bytes.
 */
export async function commitVersion(
  tools: CommitTools,
  folder: string,
  signed: SignedManifest,
  present: InstalledVersion | undefined,
): Promise<void> {
  const { disk, layout } = tools;
  const { id, version } = signed.manifest;
  if (present?.kind === 'ready') return refreshSignature(tools, signed);
  const staged = join(folder, 'version');
  await disk.makeFolder(staged);
  await writeSynced(disk, join(staged, manifestName), signed.manifestBytes, 0o444);
  await writeSynced(disk, join(staged, signatureName), signed.signatureBytes, 0o444);
  await disk.syncFolder(staged);
  await disk.makeFolder(layout.pack(id));
  // only a damaged version can be in the way
  await disk.remove(layout.version(id, version));
  await disk.rename(staged, layout.version(id, version));
  await disk.syncFolder(layout.pack(id));
  await disk.syncFolder(layout.packs);
}

async function refreshSignature(tools: CommitTools, signed: SignedManifest): Promise<void> {
  const { disk, randomness, layout } = tools;
  const { id, version } = signed.manifest;
  const present = await readSignature(disk, layout, id, version);
  if (present !== null && Buffer.from(present).equals(signed.signatureBytes)) return;
  const path = join(layout.version(id, version), signatureName);
  const bytes = signed.signatureBytes;
  await writeDurably(disk, randomness, { path, bytes, mode: 0o444, staging: layout.temporary });
}
