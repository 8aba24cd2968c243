import { dirname } from 'node:path';
import type { Rotation } from '../../shared/contracts/rotation.ts';
import type { HubParts } from '../hub-app.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Randomness } from '../../shared/ports.ts';
import { siteFiles } from '../site/site-files.ts';
import { backUpNextKeyring } from './back-up-next-key.ts';
import { newestPepper } from '../../sync/identity/peppers.ts';
import type { Keyring } from '../../shared/contracts/keyring.ts';
import { withNewPepper } from './pepper.ts';
import { sealedAnew, withSiteKey } from './site-key.ts';
import type { OfficeChange } from '../office/office-change.ts';

type Parts = Pick<HubParts, 'vault' | 'office' | 'clock' | 'tls' | 'authority' | 'isApart'>;

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
      await giveKeyring(parts, rotation, withSiteKey);
      return office.record({ ...entry('site-key.rotated'), documents: sealedAnew(office) });
    case 'pepper':
      return office.record({
        ...entry('pepper.rotated'),
        ...named(await giveKeyring(parts, rotation, withNewPepper)),
      });
    case 'hub-signing':
      return office.rotateSigningKey(entry('hub-key.rotated'));
    case 'hub-certificate':
      await tls.rotate(office.site.site, hosts, office.random);
      return office.record(entry('hub-certificate.rotated'));
  }
}

/**
 * In a keys file first: after a restore with the files of before nothing that it seals could be opened
 * ([KEY2]), and nobody whose secret was made with it let in ([KEY3]).
 */
async function giveKeyring(
  parts: Parts,
  { keys }: Rotation,
  change: (held: Keyring, random: Randomness) => Keyring,
): Promise<Keyring> {
  const { office, vault } = parts;
  if (keys === undefined) throw new ReanError('hub.protocol', { problem: 'version', at: 'keys' });
  return office.changeKeyring(async (held) => {
    const next = change(held, office.random);
    const noted = await backUpNextKeyring(parts, next, keys);
    // On the hub's own disk they die with it: the next backup says that it lacks them ([BAK5]).
    if (await parts.isApart?.(dirname(keys.path))) await vault.write(siteFiles.keysBackup, noted);
    return next;
  });
}

function named(keyring: Keyring): Pick<OfficeChange, 'pepper'> {
  const { name } = newestPepper(keyring);
  return name === null ? {} : { pepper: name };
}
