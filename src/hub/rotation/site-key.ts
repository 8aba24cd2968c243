import { sealingKeyIdSchema } from '../../shared/contracts/documents/event.ts';
import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import type { Keyring, SealingKey } from '../../shared/contracts/keyring.ts';
import type { Randomness } from '../../shared/ports.ts';
import { openStaffAccount, sealStaffAccount } from '../../sync/envelope/sealed-documents.ts';
import { newSealingKey } from '../../sync/envelope/sealing.ts';
import type { SiteOffice } from '../office/site-office.ts';

const numberBytes = 6;
/** As many as fit into a key's id. */
const numbers = 1_000_000;

/** A keyring whose site has another key; the one before opens what it sealed ([KEY2]). */
export function withSiteKey(keyring: Keyring, random: Randomness): Keyring {
  const { earlier = [], ...present } = keyring.siteKey;
  const held = new Set([present, ...earlier].map(({ id }) => id));
  const id = drawKeyId(keyring, held, random);
  return {
    ...keyring,
    siteKey: { ...newSealingKey(id, random), earlier: [present, ...earlier] },
  };
}

/**
 * Drawn, as counting on would give a number twice: a site restored with keys of before a rotation doesn't
 * know which numbers came after them, and its stations do.
 */
function drawKeyId(
  { site }: Pick<Keyring, 'site'>,
  held: ReadonlySet<SealingKey['id']>,
  random: Randomness,
): SealingKey['id'] {
  for (;;) {
    const number = Buffer.from(random.bytes(numberBytes)).readUIntBE(0, numberBytes) % numbers;
    const id = sealingKeyIdSchema.parse(`site:${site}:${number}`);
    if (!held.has(id)) return id;
  }
}

/** Every staff account in the directory, sealed with the site's present key. */
export function sealedAnew(office: SiteOffice) {
  return async (hubSeq: number): Promise<readonly DirectoryDocument[]> => {
    const { siteKey } = (await office.readKeyring()).keyring;
    const documents = await office.directory.all('staff:');
    return documents.flatMap((document) =>
      document.type === 'staff'
        ? [sealStaffAccount(hubSeq, openStaffAccount(document, siteKey), siteKey, office.random)]
        : [],
    );
  };
}
