import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Clock, Randomness } from '../../shared/ports.ts';
import { openLevelStorage } from '../../sync/store/level-storage.ts';
import type { Storage } from '../../sync/store/storage.ts';
import { journalStart } from '../journal/journal-chain.ts';
import { SiteOffice } from '../office/site-office.ts';
import { databaseNames, firstSegment } from '../site/database-names.ts';
import { freshIds } from '../site/fresh-ids.ts';
import { beginSetUp, databaseFolder, endSetUp } from '../site/set-up-folder.ts';
import { filesApart, siteFiles } from '../site/site-files.ts';
import type { SiteFileContent } from '../site/site-files.ts';
import { folderVault, readRequired } from '../site/site-vault.ts';
import type { SiteVault } from '../site/site-vault.ts';
import { readManifest } from './backup-folder.ts';
import type { BackupChain } from './backup-shapes.ts';
import type { SiteKeys } from './keys-file.ts';
import { missingKeys } from './missing-keys.ts';
import type { MissingKeys } from './missing-keys.ts';
import { rebuildSite, requireWhole } from './rebuild-site.ts';
import type { Rebuilt } from './rebuild-site.ts';

export interface RestoreOptions {
  /** The new hub's folder: empty, or not there yet. */
  readonly folder: string;
  /** The backup's folder; null where there is none, and stations bring back what they hold. */
  readonly from: string | null;
  readonly keys: SiteKeys;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly say: (line: string) => void;
}

export interface Restored {
  readonly site: SiteFileContent;
  /** When the backup was taken, ms since 1970; null without one. */
  readonly backedUpMs: number | null;
  readonly entries: number;
  readonly missing: MissingKeys;
}

/**
 * Makes a hub's folder from a backup, or from the keys alone: a new generation of the same site
 * ([BAK4]). `site.json` comes last; a restore that was cut short is begun anew on the same folder.
 * @throws ReanError `backup.missing`, `backup.damaged`, `backup.other-site`, `backup.unverified`,
 * `site.exists`, `config.invalid` where the folder holds anything, or a `store.*` code
 */
export async function restoreSite(options: RestoreOptions): Promise<Restored> {
  const { folder, from, keys, random } = options;
  const chain = from === null ? null : await newestChain(from, keys);
  await beginSetUp(folder);
  const vault = folderVault(folder);
  await writeSecrets(vault, keys);
  const site = { ...keys.site, generation: freshIds.generation(random) };
  const storage = await openLevelStorage(databaseFolder(folder));
  try {
    const rebuilt = await rebuild({ ...options, chain, vault, storage, site });
    const office = await SiteOffice.open({ ...options, site, vault, storage });
    await office.record({
      type: 'generation.begun',
      documents: () => (chain === null ? foundation(keys) : []),
    });
    await vault.write(siteFiles.recovery, {
      v: 1,
      generation: site.generation,
      wallMs: options.clock.wallMs(),
      backedUpMs: chain?.point.wallMs ?? null,
      restored: { hubSeq: rebuilt.entries.length, head: rebuilt.head },
      begun: rebuilt.entries.length + 1,
      open: true,
      stations: [],
      kept: [],
      folded: {},
    });
    await vault.write(siteFiles.site, site);
    await endSetUp(folder);
    const { keyring } = await office.readKeyring();
    const { stations } = await readRequired(vault, siteFiles.stations);
    const known = stations.map(({ station }) => station);
    return {
      site,
      backedUpMs: chain?.point.wallMs ?? null,
      entries: rebuilt.entries.length,
      missing: missingKeys(rebuilt.directory, keyring, known),
    };
  } finally {
    await storage.close();
  }
}

async function newestChain(from: string, keys: SiteKeys): Promise<BackupChain> {
  const manifest = await readManifest(from);
  const chain = manifest?.chains.at(-1);
  if (!manifest || !chain) throw new ReanError('backup.missing', { path: from });
  const { site } = keys.site;
  if (manifest.site !== site) {
    throw new ReanError('backup.other-site', { path: from, held: manifest.site, site });
  }
  await requireWhole(from, chain.files);
  return chain;
}

async function writeSecrets(vault: SiteVault, { files }: SiteKeys): Promise<void> {
  for (const { path, content } of files) {
    const file = filesApart.find((each) => each.path === path);
    // A secret left out would be missed when it is too late.
    if (!file) throw new ReanError('config.invalid', { path, problem: 'newer-keys' });
    await vault.write(file, file.schema.parse(content));
  }
}

interface Rebuilding extends RestoreOptions {
  readonly chain: BackupChain | null;
  readonly vault: SiteVault;
  readonly storage: Storage;
  readonly site: SiteFileContent;
}

async function rebuild(options: Rebuilding): Promise<Rebuilt> {
  const { from, chain, vault, storage, site, say } = options;
  const { generation } = site;
  if (from === null || chain === null) {
    for (const name of [firstSegment, ...Object.values(databaseNames(generation))]) {
      await storage.open(name);
    }
    return { entries: [], head: journalStart, directory: [] };
  }
  const { keyring } = await readRequired(vault, siteFiles.keyring);
  const { privateKey } = await readRequired(vault, siteFiles.signing);
  const keys = { siteKey: keyring.siteKey, signingKey: privateKey };
  return rebuildSite({ folder: from, chain, storage, keys, generation, say });
}

/**
 * The documents without which a hub knows no station. Numbered 1, so that whatever the journal that
 * comes back from the stations says of them is later.
 */
function foundation({ directory }: SiteKeys): readonly DirectoryDocument[] {
  return directory.map((document) => ({ ...document, hubSeq: 1 }));
}
