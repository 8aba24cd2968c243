import type { Rotation } from '../../shared/contracts/rotation.ts';
import type { HubParts } from '../hub-app.ts';
import { ReanError } from '../../shared/errors.ts';
import { siteFiles } from '../site/site-files.ts';
import { backUpNextKeyring } from './back-up-next-key.ts';
import { sealedAnew, withSiteKey } from './site-key.ts';
import type { OfficeChange } from '../office/site-office.ts';

type Parts = Pick<HubParts, 'vault' | 'office' | 'clock' | 'tls' | 'authority'>;

/**
 * Gives the site another key in the place of one it has ([IDN11]). Killed at any moment it has the one
 * or the other; whoever was not told that it is done does it again.
 */
export async function rotateKey(parts: Parts, rotation: Rotation): Promise<void> {
  const { office, tls, authority } = parts;
  const { key, reason, who, second, hosts } = rotation;
  const grounds = { learner: null, reason, who, second: { name: second } };
  const entry = (type: OfficeChange['type']) => ({ type, grounds, documents: () => [] });
  switch (key) {
    case 'authority':
      return authority.begin({ grounds });
    case 'site':
      await giveSiteKey(parts, rotation);
      return office.record({ ...entry('site-key.rotated'), documents: sealedAnew(office) });
    case 'hub-signing':
      return office.rotateSigningKey(entry('hub-key.rotated'));
    case 'hub-certificate':
      await tls.rotate(office.site.site, hosts, office.random);
      return office.record(entry('hub-certificate.rotated'));
  }
}

/** In a keys file first: no backup of what it seals could be opened with the files of before ([KEY2]). */
async function giveSiteKey(parts: Parts, { keys }: Rotation): Promise<void> {
  const { office, vault } = parts;
  if (keys === undefined) throw new ReanError('hub.protocol', { problem: 'version', at: 'keys' });
  await office.changeKeyring(async (held) => {
    const next = withSiteKey(held, office.random);
    const noted = await backUpNextKeyring(parts, next, keys);
    await vault.write(siteFiles.keysBackup, noted);
    return next;
  });
}
