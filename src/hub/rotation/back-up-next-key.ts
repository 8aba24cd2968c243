import type { Keyring } from '../../shared/contracts/keyring.ts';
import type { KeysPlace } from '../../shared/contracts/rotation.ts';
import { writeErasedList } from '../backup/erased-list.ts';
import { gatherKeys, keysCost, secretsHash, writeKeysFile } from '../backup/keys-file.ts';
import type { HubParts } from '../hub-app.ts';
import { siteFiles } from '../site/site-files.ts';
import type { KeysBackupFileContent } from '../site/site-files.ts';

/**
 * Writes a keys file with a keyring that the hub is about to have, and reads it back: what comes to be
 * sealed with a key in no keys file could never be restored ([KEY2]).
 * @returns what to note once the hub has that keyring
 * @throws ReanError `backup.passphrase-weak`, `backup.unwritable`, `store.full`
 */
export async function backUpNextKeyring(
  { vault, office, clock }: Pick<HubParts, 'vault' | 'office' | 'clock'>,
  keyring: Keyring,
  { path, passphrase }: KeysPlace,
): Promise<KeysBackupFileContent> {
  const { number } = await office.readKeyring();
  const next = { v: 1, number: number + 1, keyring } as const;
  const held = await gatherKeys(vault, await office.directory.all(), clock.wallMs());
  const files = held.files.map((each) =>
    each.path === siteFiles.keyring.path ? { path: each.path, content: next } : each,
  );
  const keys = { ...held, files };
  await writeKeysFile(path, keys, { passphrase, cost: keysCost }, office.random);
  await writeErasedList(path, keys);
  return { v: 1, wallMs: keys.wallMs, secrets: secretsHash(keys) };
}
