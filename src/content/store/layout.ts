import { join } from 'node:path';
import type { PackId, Semver } from '../../shared/ids.ts';

/**
 * Where things are in a store's folder:
 *
 *     trusted-keys.json
 *     blobs/ab/<sha256>                 contents, written once, shared between packs and versions
 *     packs/<id>/<version>/pack.json    with pack.json.minisig; appears in one step
 *     packs/<id>/active.json            the version new sittings get
 *     tmp/<run>/                        an install under way
 *     install.lock                      who is installing
 */
export class StoreLayout {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  get blobs(): string {
    return join(this.root, 'blobs');
  }

  get packs(): string {
    return join(this.root, 'packs');
  }

  get temporary(): string {
    return join(this.root, 'tmp');
  }

  get lock(): string {
    return join(this.root, 'install.lock');
  }

  get trustedKeys(): string {
    return join(this.root, 'trusted-keys.json');
  }

  /** The folder of a content: 256 of them keep each one small. */
  blobFolder(sha256: string): string {
    return join(this.blobs, sha256.slice(0, 2));
  }

  blob(sha256: string): string {
    return join(this.blobFolder(sha256), sha256);
  }

  pack(id: PackId): string {
    return join(this.packs, id);
  }

  version(id: PackId, version: Semver): string {
    return join(this.pack(id), version);
  }

  active(id: PackId): string {
    return join(this.pack(id), 'active.json');
  }
}
