import type { Rotation } from '../../shared/contracts/rotation.ts';
import type { HubParts } from '../hub-app.ts';
import { sealedAnew, withSiteKey } from './site-key.ts';
import type { OfficeChange } from '../office/site-office.ts';

type Parts = Pick<HubParts, 'office' | 'tls' | 'authority'>;

/**
 * Gives the site another key in the place of one it has ([IDN11]). Killed at any moment it has the one
 * or the other; whoever was not told that it is done does it again.
 */
export async function rotateKey(
  { office, tls, authority }: Parts,
  rotation: Rotation,
): Promise<void> {
  const { key, reason, who, second, hosts } = rotation;
  const grounds = { learner: null, reason, who, second: { name: second } };
  const entry = (type: OfficeChange['type']) => ({ type, grounds, documents: () => [] });
  switch (key) {
    case 'authority':
      return authority.begin({ grounds });
    case 'site':
      await office.changeKeyring((keyring) => withSiteKey(keyring, office.random));
      return office.record({ ...entry('site-key.rotated'), documents: sealedAnew(office) });
    case 'hub-signing':
      return office.rotateSigningKey(entry('hub-key.rotated'));
    case 'hub-certificate':
      await tls.rotate(office.site.site, hosts, office.random);
      return office.record(entry('hub-certificate.rotated'));
  }
}
