import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { withOffice } from '../../src/hub/office/site-on-disk.ts';
import type { StartedHub } from '../../src/hub/server/start-hub.ts';
import { receiptSchema } from '../../src/shared/contracts/hub-api.ts';
import { systemClock, systemRandomness } from '../../src/sync/machine/system-ports.ts';
import { payloads } from './events.ts';
import { call, makeDiskSite } from './https-hub.ts';
import type { DiskSite } from './https-hub.ts';
import { seededRandomness } from './seeded-randomness.ts';
import { TestStore, keyIn } from './test-store.ts';
import type { CarriedEvent } from './test-store.ts';

/** A site on the disk, a station's store, and folders beside it for backups and keys. */
export class BackupLab {
  readonly ports = { clock: systemClock(), random: systemRandomness() };
  readonly site: DiskSite;
  readonly store: TestStore;
  readonly root: string;
  /** For backups; it is there. */
  readonly to: string;
  /** For the keys; it is not there yet. */
  readonly keys: string;

  private constructor(site: DiskSite, store: TestStore) {
    this.site = site;
    this.store = store;
    this.root = join(site.folder, '..');
    this.to = join(this.root, 'stick');
    this.keys = join(this.root, 'keys');
  }

  static async make(): Promise<BackupLab> {
    const site = await makeDiskSite(41);
    const [station] = site.stations;
    if (!station) throw new Error('no station');
    const keyOf = (learner: Parameters<typeof keyIn>[1]) => keyIn(site.keyring, learner);
    const lab = new BackupLab(site, new TestStore(station, { random: seededRandomness(7), keyOf }));
    await mkdir(lab.to);
    return lab;
  }

  attempts(count: number): readonly CarriedEvent[] {
    const { store, site } = this;
    return Array.from({ length: count }, () =>
      store.record(payloads.attempt('a', 'right'), site.learner),
    );
  }

  async push(hub: StartedHub, docs: readonly object[]): Promise<void> {
    await this.#post(hub, '/events-0001/_bulk_docs', { docs, new_edits: false });
    await hub.hub.settled();
  }

  async receipt(hub: StartedHub) {
    const { id, lastSeq } = this.store;
    const body = { store: id, lastSeq, waiting: 0, appVersion: '0' };
    return receiptSchema.parse(JSON.parse(await this.#post(hub, '/v1/receipt', body)));
  }

  /** The directory of a hub that is stopped. */
  directory(folder: string) {
    return withOffice(folder, this.ports, (office) => office.directory.all());
  }

  async #post(hub: StartedHub, path: string, body: object): Promise<string> {
    const sent = { method: 'POST', path, as: this.store.station, body: JSON.stringify(body) };
    const { status, body: answer } = await call(hub.url, this.site, sent);
    if (status >= 300) throw new Error(answer);
    return answer;
  }
}
