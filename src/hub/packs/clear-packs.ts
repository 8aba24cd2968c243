import type { WantedPack } from '../../content/store/downloads.ts';
import type { InstalledPack } from '../../content/store/installed-packs.ts';
import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import type { PacksAnswer } from '../../shared/contracts/pack-api.ts';
import { asReanError } from '../../shared/errors.ts';
import type { PackId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { Timers } from '../timers.ts';
import type { HubPacks } from './hub-packs.ts';
import { listedPacks } from './pack-list.ts';
import type { PackReports } from './pack-reports.ts';

/**
 * How often a hub looks for versions nobody needs, and how long it waits after its start, ms: stations tell
 * it at least once a minute what they have.
 */
const everyMs = 15 * 60_000;

export interface ClearingParts {
  readonly office: SiteOffice;
  readonly packs?: HubPacks | undefined;
  readonly packReports: PackReports;
  readonly timers: Timers;
  readonly log: Log;
}

/**
 * What a hub keeps of packs on its site's list ([PKG24]): what stations get, what they got before, what any station
 * told of, and what was brought since to be published. Packs that are not on the list it keeps as they are.
 */
export function neededVersions(
  installed: readonly InstalledPack[],
  listed: ReadonlyMap<PackId, DirectoryDocumentOf<'pack'>>,
  told: PacksAnswer['stations'],
): readonly WantedPack[] {
  const kept = [...listed.values()].flatMap(({ pack, version, previous }) => [
    { pack, version },
    ...(previous === undefined ? [] : [{ pack, version: previous }]),
  ]);
  const atStations = told.flatMap(({ packs }) =>
    packs.flatMap(({ pack, versions, fetching }) =>
      [...versions, ...(fetching === null ? [] : [fetching.version])].map((version) => ({
        pack,
        version,
      })),
    ),
  );
  return [...kept, ...atStations, ...installed.flatMap((pack) => laterThanListed(pack, listed))];
}

/** All of a pack whose listed version isn't here: then nobody knows what it would be missed for. */
function laterThanListed(
  { id: pack, versions }: InstalledPack,
  listed: ReadonlyMap<PackId, DirectoryDocumentOf<'pack'>>,
): readonly WantedPack[] {
  const ready = versions.filter((version) => version.kind === 'ready');
  const inUse = ready.find(({ version }) => version === listed.get(pack)?.version);
  const after = inUse?.manifest.sequence ?? 0;
  return ready
    .filter(({ manifest }) => manifest.sequence > after)
    .map(({ version }) => ({ pack, version }));
}

/** Clears from the hub, from time to time, the versions of packs that nobody needs any more ([PKG24]). */
export class PackClearing {
  readonly #parts: ClearingParts;
  #cancel: () => void = () => undefined;
  #working: Promise<unknown> = Promise.resolve();
  #stopped = false;

  constructor(parts: ClearingParts) {
    this.#parts = parts;
  }

  start(): void {
    if (this.#stopped || this.#parts.packs === undefined) return;
    this.#cancel = this.#parts.timers.after(everyMs, () => {
      this.#working = this.look().finally(() => this.start());
    });
  }

  /** Resolves once nothing is under way any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#working;
  }

  /** Clears what is due now; returns what went. What fails is told in the log, and done the next time. */
  async look(): Promise<readonly WantedPack[]> {
    const { packs, office, packReports, log } = this.#parts;
    try {
      const installed = (await packs?.list()) ?? [];
      const listed = await listedPacks(office);
      const wanted = neededVersions(installed, listed, packReports.stations);
      const gone = (await packs?.collect(wanted)) ?? [];
      for (const each of gone) log.info('pack.cleared', { ...each });
      return gone;
    } catch (error) {
      const { code, facts } = asReanError(error);
      log.warn('packs.not-cleared', { reason: code, ...facts });
      return [];
    }
  }
}
