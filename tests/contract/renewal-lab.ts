import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import type { Hub } from '../../src/hub/hub.ts';
import { askForKeys } from '../../src/hub/office/station-renewal.ts';
import { keyringAnswerSchema } from '../../src/shared/contracts/hub-api.ts';
import { renewalAnswerSchema } from '../../src/shared/contracts/renewal.ts';
import type { RenewalAnswer, RenewalRequest } from '../../src/shared/contracts/renewal.ts';
import type { OwnCertificate, StationConfig } from '../../src/shared/contracts/station-config.ts';
import type { SiteId } from '../../src/shared/ids.ts';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { renewKeys } from '../../src/station/renewal/renew-keys.ts';
import { readWrappingKey, unwrapKeyring } from '../../src/sync/envelope/wrapping.ts';
import { systemRandomness } from '../../src/sync/machine/system-ports.ts';
import { payloads } from '../factories/events.ts';
import { meddledDisk } from '../factories/faulty-disk.ts';
import type { Meddle } from '../factories/faulty-disk.ts';
import { HubLab, ask, push } from '../factories/hub-lab.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';
import { TestStore } from '../factories/test-store.ts';

interface Faults {
  readonly meddle?: Meddle;
  readonly answerLost?: boolean;
  /** What the station says of its PC. */
  readonly self?: string;
  /** What the process started with; what its folder holds unless given. */
  readonly running?: OwnCertificate;
}

/** A station's folder and a hub, each as it is, with nothing but the wire between them left out. */
export class RenewalLab {
  readonly lab: HubLab;
  hub: Hub;
  readonly folder: string;

  private constructor(lab: HubLab, hub: Hub, folder: string) {
    this.lab = lab;
    this.hub = hub;
    this.folder = folder;
  }

  static async make(): Promise<RenewalLab> {
    const lab = await HubLab.make({ stations: ['kiosk', 'kiosk'] });
    return new RenewalLab(lab, await lab.open(), await folderOf(lab.station()));
  }

  /** Has the station asked for other keys; the entry that says so. */
  async asked(): Promise<number> {
    const { office } = this.hub.parts;
    await askForKeys(office, this.lab.station().station);
    return office.journal.nextHubSeq - 1;
  }

  async bringAs(as: StationConfig, request: RenewalRequest, self = ''): Promise<RenewalAnswer> {
    const sent = { path: `/v1/renew${self}`, body: request, as };
    const { statusCode, body } = await ask(this.hub, sent);
    if (statusCode !== 200) throw new Error(`refused ${statusCode}`);
    return renewalAnswerSchema.parse(JSON.parse(body));
  }

  async renew(entry: number, at = this.folder, faults: Faults = {}): Promise<boolean> {
    const { meddle, answerLost, self, running } = faults;
    const as = await readStationConfig(at);
    return renewKeys(entry, {
      folder: at,
      disk: meddle ? meddledDisk(nodeDisk(), meddle) : nodeDisk(),
      randomness: systemRandomness(),
      running: running ?? as.tls,
      generation: this.hub.parts.office.site.generation,
      bring: async (request) => {
        const answer = await this.bringAs(as, request, self);
        if (answerLost) throw new Error('lost');
        return answer;
      },
    });
  }

  /** Of which site the keyring is that the station gets, and opens with its own key. */
  async siteInKeyringFor(as: StationConfig): Promise<SiteId> {
    const { body } = await ask(this.hub, { path: '/v1/keyring', as });
    const { wrapped } = keyringAnswerSchema.parse(JSON.parse(body));
    const key = readWrappingKey(as.wrappingKey.privateKey);
    return unwrapKeyring(wrapped, key).site;
  }

  async hello(as: StationConfig): Promise<number> {
    return (await ask(this.hub, { path: '/v1/hello', as })).statusCode;
  }

  /** Whether an event a station makes with these keys is taken for its own. */
  async signsAs(config: StationConfig): Promise<boolean> {
    const { hub, lab } = this;
    const keyOf = (learner: Parameters<HubLab['key']>[0]) => lab.key(learner);
    const store = new TestStore(config, { random: lab.random, keyOf });
    const before = await hub.parts.desk.open();
    await push(hub, config, [store.record(payloads.attempt('a', 'right'), lab.learner())]);
    await hub.settled();
    return (await hub.parts.desk.open()) === before;
  }
}

/** Another folder of the station with this configuration. */
export async function folderOf(config: StationConfig): Promise<string> {
  const made = await temporaryFolder();
  await writeFile(join(made, 'station.json'), JSON.stringify(config), { mode: 0o600 });
  return made;
}
