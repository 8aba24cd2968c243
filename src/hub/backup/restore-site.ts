import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Clock, Randomness } from '../../shared/ports.ts';
import { openLevelStorage } from '../../sync/store/level-storage.ts';
import type { Storage } from '../../sync/store/storage.ts';
import { journalStart } from '../journal/journal-chain.ts';
import { SiteOffice } from '../office/site-office.ts';
import { databaseNames, firstSegment } from '../site/database-names.ts';
import { freshIds } from '../site/fresh-ids.ts';
import { Erasures } from '../erasure/erasures.ts';
import { beginSetUp, databaseFolder, endSetUp } from '../site/set-up-folder.ts';
import { hubKeysOf } from '../site/hub-keys.ts';
import { filesApart, siteFiles } from '../site/site-files.ts';
import type { RecoveryFileContent, SiteFileContent } from '../site/site-files.ts';
import { folderVault, readRequired } from '../site/site-vault.ts';
import type { SiteVault } from '../site/site-vault.ts';
import { readManifest } from './backup-folder.ts';
import type { BackupChain } from './backup-shapes.ts';
import { dropEnded } from '../recovery/ended-sign-ins.ts';
import { KnownEntries } from '../recovery/known-entries.ts';
import type { ErasedDocument } from './erased-list.ts';
import type { SiteKeys } from './keys-file.ts';
import { copyRecordings, recordingsBeside } from '../recordings/copy-recordings.ts';
import { HubRecordings, hubRecordingsFolder } from '../recordings/hub-recordings.ts';
import { missingKeys } from './missing-keys.ts';
import type { MissingKeys } from './missing-keys.ts';
import { rebuildSite, requireWhole } from './rebuild-site.ts';
import type { Rebuilt } from './rebuild-site.ts';

interface RestoreFrom {
  /** The backup's folder; null where there is none, and stations bring back what they hold. */
  readonly from: string | null;
  readonly keys: SiteKeys;
  /** Whom the list beside the keys names, besides the keys themselves ([ERA3]). */
  readonly erased: readonly ErasedDocument[];
  readonly clock: Clock;
  readonly random: Randomness;
  readonly say: (line: string) => void;
}

export interface RestoreOptions extends RestoreFrom {
  /** The new hub's folder: empty, or not there yet. */
  readonly folder: string;
}

/** An empty place for a hub. */
export interface RestorePlace extends RestoreFrom {
  /** What {@link wholeChain} found in `from`; null without a backup. */
  readonly chain: BackupChain | null;
  readonly vault: SiteVault;
  readonly storage: Storage;
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
  const { folder, from, keys } = options;
  const chain = from === null ? null : await wholeChain(from, keys);
  await beginSetUp(folder);
  const storage = await openLevelStorage(databaseFolder(folder));
  try {
    const restored = await restoreInto({ ...options, chain, vault: folderVault(folder), storage });
    if (from !== null) await bringRecordings(options, from);
    await endSetUp(folder);
    return restored;
  } finally {
    await storage.close();
  }
}

/** Whose record was erased by the backup's own journal is taken away before the hub serves anybody ([RAL4]). */
async function bringRecordings(
  { folder, keys, erased, random, say }: RestoreOptions,
  from: string,
): Promise<void> {
  const to = new HubRecordings({
    folder: hubRecordingsFolder(folder),
    disk: nodeDisk(),
    randomness: random,
  });
  const known = [...keys.directory, ...erased].flatMap((each) =>
    each.type === 'erased' ? [each.learner] : [],
  );
  const { held } = await copyRecordings(recordingsBeside(from, random), to, {
    erased: new Set(known),
  });
  if (held > 0) say(`Recordings of learners: ${held}.`);
}

/** As {@link restoreSite}, into an empty place that is begun and ended by the caller. */
export async function restoreInto(place: RestorePlace): Promise<Restored> {
  const { vault, storage, chain, keys, clock, random } = place;
  await writeSecrets(vault, keys);
  const site = { ...keys.site, generation: freshIds.generation(random) };
  const rebuilt = await rebuild({ ...place, chain, site });
  const office = await SiteOffice.open({ site, vault, storage, clock, random });
  await office.record({
    type: 'generation.begun',
    documents: (hubSeq) => [
      ...(chain === null ? foundation(keys) : []),
      ...erasedBy(place, hubSeq),
    ],
  });
  // Before anybody is served, and before a station could bring a key back ([ERA2]).
  await Erasures.open(vault, office);
  const backedUpMs = chain?.point.wallMs ?? null;
  await vault.write(siteFiles.recovery, {
    ...recoveryBegun(rebuilt),
    generation: site.generation,
    wallMs: clock.wallMs(),
    backedUpMs,
  });
  const known = new KnownEntries(office, rebuilt.entries + 1, await hubKeysOf(vault));
  await dropEnded(office, known);
  await vault.write(siteFiles.site, site);
  const missing = await missingAt(place, office, { rebuilt, known });
  return { site, backedUpMs, entries: rebuilt.entries, missing };
}

interface Found {
  readonly rebuilt: Rebuilt;
  readonly known: KnownEntries;
}

async function missingAt(
  { vault }: RestorePlace,
  office: SiteOffice,
  { rebuilt, known }: Found,
): Promise<MissingKeys> {
  const { keyring } = await office.readKeyring();
  const { stations } = await readRequired(vault, siteFiles.stations);
  const held = stations.map(({ station }) => station);
  const ended = keyring.learners.filter((each) => known.isEnded(each));
  return {
    ...missingKeys(rebuilt.directory, keyring, held),
    signIns: ended.map(({ learner }) => learner),
  };
}

type Begun = Omit<RecoveryFileContent, 'generation' | 'wallMs' | 'backedUpMs'>;

function recoveryBegun({ entries, head }: Rebuilt): Begun {
  return {
    v: 1,
    restored: { hubSeq: entries, head },
    begun: entries + 1,
    open: true,
    stations: [],
    kept: [],
    folded: {},
  };
}

/**
 * What a backup's folder is restored from, once every file of it is found whole.
 * @throws ReanError `backup.missing`, `backup.damaged`, `backup.other-site`
 */
export async function wholeChain(from: string, keys: SiteKeys): Promise<BackupChain> {
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

interface Rebuilding extends RestorePlace {
  readonly site: SiteFileContent;
}

async function rebuild(options: Rebuilding): Promise<Rebuilt> {
  const { from, chain, vault, storage, site, say } = options;
  const { generation } = site;
  if (from === null || chain === null) {
    for (const name of [firstSegment, ...Object.values(databaseNames(generation))]) {
      await storage.open(name);
    }
    return { entries: 0, head: journalStart, directory: [] };
  }
  const { keyring } = await readRequired(vault, siteFiles.keyring);
  const keys = { siteKey: keyring.siteKey, hubKeys: await hubKeysOf(vault) };
  return rebuildSite({ folder: from, chain, storage, keys, generation, say });
}

/**
 * The documents without which a hub knows no station. Numbered 1, so that whatever the journal that
 * comes back from the stations says of them is later.
 */
function foundation({ directory }: SiteKeys): readonly DirectoryDocument[] {
  const known = directory.filter(({ type }) => type !== 'erased');
  return known.map((document) => ({ ...document, hubSeq: 1 }));
}

/** Who was erased by the time of the keys, or of the list beside them, whatever the backup says. */
function erasedBy({ keys, erased }: RestorePlace, hubSeq: number): readonly ErasedDocument[] {
  const listed = [...keys.directory, ...erased].flatMap((each) =>
    each.type === 'erased' ? [{ ...each, hubSeq }] : [],
  );
  return [...new Map(listed.map((each) => [each.learner, each])).values()];
}
