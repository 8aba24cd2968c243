import { join } from 'node:path';
import type { PackId, Semver } from '../../shared/ids.ts';

/**
 * Where things are in a store's folder:
 *
 *     trusted-keys.json                 publishers a technician let in
 *     keyring.json                      publishers the programme lets in, signed by two of its three roots
 *     blobs/ab/<sha256>                 contents, written once, shared between packs and versions
 *     packs/<id>/<version>/pack.json    with pack.json.minisig; appears in one step
 *     packs/<id>/active.json            the version new sittings get
 *     tmp/<run>/                        an install under way
 *     packs/<id>/previous.json          the one they got before
 *     downloads/<id>@<version>/         a version on its way from the hub, what came of it so far
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

  get downloads(): string {
    return join(this.root, 'downloads');
  }

  download(id: PackId, version: Semver): string {
    return join(this.downloads, `${id}@${version}`);
  }

  previous(id: PackId): string {
    return join(this.pack(id), 'previous.json');
  }

  get lock(): string {
    return join(this.root, 'install.lock');
  }

  get rootKeyring(): string {
    return join(this.root, 'keyring.json');
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
