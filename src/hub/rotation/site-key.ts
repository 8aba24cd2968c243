import { sealingKeyIdSchema } from '../../shared/contracts/documents/event.ts';
import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import type { Keyring } from '../../shared/contracts/keyring.ts';
import type { Randomness } from '../../shared/ports.ts';
import { openStaffAccount, sealStaffAccount } from '../../sync/envelope/sealed-documents.ts';
import { newSealingKey } from '../../sync/envelope/sealing.ts';
import type { SiteOffice } from '../office/site-office.ts';

/** A keyring whose site has another key; the one before opens what it sealed ([KEY2]). */
export function withSiteKey(keyring: Keyring, random: Randomness): Keyring {
  const { earlier = [], ...present } = keyring.siteKey;
  const number = Number(present.id.slice(present.id.lastIndexOf(':') + 1)) + 1;
  const id = sealingKeyIdSchema.parse(`site:${keyring.site}:${number}`);
  return {
    ...keyring,
    siteKey: { ...newSealingKey(id, random), earlier: [present, ...earlier] },
  };
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
