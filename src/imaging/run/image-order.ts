import type { SecretKey } from '../../content/minisign/keys.ts';
import type { ImageRole } from '../plan/role.ts';
import type { Mirror } from '../plan/root-plan.ts';
import type { SiteConfig } from '../plan/site-config.ts';

/** All that one image is built from. Paths are absolute. */
export interface ImageOrder {
  readonly role: ImageRole;
  readonly site: SiteConfig;
  /** `site.json` as it was written: this is what is signed. */
  readonly siteBytes: Uint8Array;
  /** Its packs, in its order. */
  readonly packs: readonly string[];
  /** Signs what is built; updates of PCs made from it have to be signed by it, too. */
  readonly key: SecretKey;
  /** The .deb of ours for this role. */
  readonly ownPackage: string;
  /** Version of what is built, as in package.json. */
  readonly version: string;
  readonly mirror: Mirror;
  readonly diskMiB: number;
  /** The recipe's files: `build/image` of a clone. */
  readonly recipe: string;
  /** Where roots are kept between builds. */
  readonly cache: string;
  /** Makes the root anew, with what Debian mended since. */
  readonly fresh: boolean;
  readonly output: string;
}
