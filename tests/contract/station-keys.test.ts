import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import { decideClone } from '../../src/hub/clones/decide-clone.ts';
import type { Hub } from '../../src/hub/hub.ts';
import { askForKeys } from '../../src/hub/office/station-renewal.ts';
import { findStation } from '../../src/hub/office/station-standing.ts';
import {
  earlierWrappingKeys,
  readStationConfig,
} from '../../src/station/config/read-station-config.ts';
import { KeyringCache } from '../../src/station/keyring/keyring-cache.ts';
import { renewKeys } from '../../src/station/renewal/renew-keys.ts';
import { keyringAnswerSchema } from '../../src/shared/contracts/hub-api.ts';
import { renewalAnswerSchema } from '../../src/shared/contracts/renewal.ts';
import type { RenewalAnswer, RenewalRequest } from '../../src/shared/contracts/renewal.ts';
import type { OwnCertificate, StationConfig } from '../../src/shared/contracts/station-config.ts';
import { readWrappingKey, unwrapKeyring } from '../../src/sync/envelope/wrapping.ts';
import { systemRandomness } from '../../src/sync/machine/system-ports.ts';
import { payloads } from '../factories/events.ts';
import { meddledDisk } from '../factories/faulty-disk.ts';
import type { Meddle } from '../factories/faulty-disk.ts';
import { HubLab, ask, push } from '../factories/hub-lab.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';
import { TestStore } from '../factories/test-store.ts';

/** A station's folder and a hub, each as it is, with nothing but the wire between them left out. */

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
let lab: HubLab;
let hub: Hub;
let folder = '';

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk'] });
  hub = await lab.open();
  folder = await folderOf(lab.station());
}, 60_000);
afterEach(() => hub.close());

async function folderOf(config: StationConfig): Promise<string> {
  const made = await temporaryFolder();
  await writeFile(join(made, 'station.json'), JSON.stringify(config), { mode: 0o600 });
  return made;
}

async function asked(): Promise<number> {
  await askForKeys(hub.parts.office, lab.station().station);
  return hub.parts.office.journal.nextHubSeq - 1;
}

async function bringAs(as: StationConfig, request: RenewalRequest, self = '') {
  const { statusCode, body } = await ask(hub, { path: `/v1/renew${self}`, body: request, as });
  if (statusCode !== 200) throw new Error(`refused ${statusCode}`);
  return renewalAnswerSchema.parse(JSON.parse(body));
}

interface Faults {
  readonly meddle?: Meddle;
  readonly answerLost?: boolean;
  /** What the station says of its PC. */
  readonly self?: string;
  /** What the process started with; what its folder holds unless given. */
  readonly running?: OwnCertificate;
}

const renew = async (
  entry: number,
  at = folder,
  { meddle, answerLost, self, running }: Faults = {},
) => {
  const as = await readStationConfig(at);
  return renewKeys(entry, {
    folder: at,
    disk: meddle ? meddledDisk(nodeDisk(), meddle) : nodeDisk(),
    randomness: systemRandomness(),
    running: running ?? as.tls,
    generation: hub.parts.office.site.generation,
    bring: async (request) => {
      const answer = await bringAs(as, request, self);
      if (answerLost) throw new Error('lost');
      return answer;
    },
  });
};

async function expectKeyringFor(as: StationConfig): Promise<void> {
  const { body } = await ask(hub, { path: '/v1/keyring', as });
  const { wrapped } = keyringAnswerSchema.parse(JSON.parse(body));
  const key = readWrappingKey(as.wrappingKey.privateKey);
  expect(unwrapKeyring(wrapped, key).site).toBe(as.site);
}

const hello = async (as: StationConfig) => (await ask(hub, { path: '/v1/hello', as })).statusCode;

/** Whether an event a station makes with these keys is taken for its own. */
async function signsAs(config: StationConfig): Promise<boolean> {
  const { random } = lab;
  const store = new TestStore(config, { random, keyOf: (learner) => lab.key(learner) });
  const before = await hub.parts.desk.open();
  await push(hub, config, [store.record(payloads.attempt('a', 'right'), lab.learner())]);
  await hub.settled();
  return (await hub.parts.desk.open()) === before;
}

describe('[IDN12] a station that is asked for other keys', () => {
  it('comes in with them from its next start on, and what both sign counts', async () => {
    const before = lab.station();
    expect(await renew(await asked())).toBe(true);
    expect(await hello(before)).toBe(200);
    expect(await signsAs(before)).toBe(true);
    const after = await readStationConfig(folder);
    expect(after.signingKey.number).toBe(2);
    expect(after.tls.privateKey).not.toBe(before.tls.privateKey);
    expect(await hello(after)).toBe(200);
    expect(await hello(before)).toBe(401);
    expect(await signsAs(after)).toBe(true);
    const { signingKey } = before;
    expect(await signsAs({ ...after, signingKey })).toBe(true);
    expect(await readdir(folder)).toEqual(['station.json']);
  });

  it('opens the keyring that lies on its disk, and the next one, which is for the new key', async () => {
    const path = join(folder, 'keyring.wrapped.json');
    const wrapped = async (as: StationConfig) => {
      const { body } = await ask(hub, { path: '/v1/keyring', as });
      return keyringAnswerSchema.parse(JSON.parse(body)).wrapped;
    };
    await writeFile(path, JSON.stringify(await wrapped(lab.station())));
    await renew(await asked());
    const config = await readStationConfig(folder);
    const { privateKey, earlier = '' } = config.wrappingKey;
    const parts = { path, disk: nodeDisk(), randomness: systemRandomness(), log: quiet };
    const keys = {
      wrappingKey: readWrappingKey(privateKey),
      earlierKeys: [readWrappingKey(earlier)],
    };
    expect((await KeyringCache.open({ ...parts, ...keys })).keys?.site).toBe(config.site);
    await hello(config);
    const alone = await KeyringCache.open({ ...parts, wrappingKey: keys.wrappingKey });
    expect(alone.keys).toBeNull();
    await alone.take(await wrapped(config));
    expect(alone.keys?.site).toBe(config.site);
  });

  it('keeps, over renewals without a start between, what the hub knows it by and its keyring is for', async () => {
    const before = lab.station();
    const path = join(folder, 'keyring.wrapped.json');
    const { body } = await ask(hub, { path: '/v1/keyring', as: before });
    const { wrapped } = keyringAnswerSchema.parse(JSON.parse(body));
    await writeFile(path, JSON.stringify(wrapped));
    for (let times = 0; times < 2; times += 1) {
      await renew(await asked(), folder, { running: before.tls });
    }
    const config = await readStationConfig(folder);
    const { certificate, privateKey } = before.tls;
    expect(config.former).toEqual({ certificate, privateKey });
    const cache = await KeyringCache.open({
      path,
      wrappingKey: readWrappingKey(config.wrappingKey.privateKey),
      earlierKeys: earlierWrappingKeys(config),
      disk: nodeDisk(),
      randomness: systemRandomness(),
      log: quiet,
    });
    expect(cache.keys?.site).toBe(config.site);
  });

  it('has the ones or the others, whenever it is killed, and gets there by being asked again', async () => {
    let cuts = 0;
    for (let at = 1, whole = false; !whole; at += 1) {
      const entry = await asked();
      const before = await readStationConfig(folder);
      const meddle: Meddle = ({ number, kind }) => {
        if (number === at) throw new Error(`cut at ${kind}`);
      };
      whole = await renew(entry, folder, { meddle }).catch(() => false);
      cuts += whole ? 0 : 1;
      expect(await signsAs(await readStationConfig(folder))).toBe(true);
      await renew(entry);
      const after = await readStationConfig(folder);
      expect(after.signingKey.number).toBe(before.signingKey.number + 1);
      expect(await hello(after)).toBe(200);
      expect(await hello(before)).toBe(401);
    }
    expect(cuts).toBeGreaterThan(8);
  });

  it('brings the same keys again where the answer was lost, also after a kill of the hub', async () => {
    const entry = await asked();
    await expect(renew(entry, folder, { answerLost: true })).rejects.toThrow('lost');
    const made = await readFile(join(folder, 'renewing.json'), 'utf8');
    lab.cutPower();
    const lostHub = hub;
    hub = await lab.open();
    await lostHub.close();
    await renew(entry);
    const config = await readStationConfig(folder);
    expect(made).toContain(config.signingKey.privateKey);
    expect(config.signingKey.number).toBe(2);
    expect(await hello(config)).toBe(200);
  });

  it('goes on alone: its copy, which makes keys of its own, is not let in with them', async () => {
    const copy = await folderOf(lab.station());
    const entry = await asked();
    await renew(entry);
    await expect(renew(entry, copy)).rejects.toThrow('refused 409');
    expect(await hello(await readStationConfig(copy))).toBe(200);
    expect(await hello(await readStationConfig(folder))).toBe(200);
    expect(await hello(await readStationConfig(copy))).toBe(401);
  });

  it('comes in with keys it had swapped to, though it is asked for others before it is started', async () => {
    const before = lab.station();
    await renew(await asked());
    const swapped = await readStationConfig(folder);
    const again = await asked();
    expect(await hello(swapped)).toBe(200);
    expect(await hello(before)).toBe(401);
    expect(await renew(again)).toBe(true);
    const after = await readStationConfig(folder);
    expect(after.signingKey.number).toBe(3);
    expect(await hello(after)).toBe(200);
    expect(await hello(swapped)).toBe(401);
    expect(await findStation(hub.parts.office, before.station)).not.toHaveProperty('renewal');
  });

  it('makes keys for a restored hub that asks under the number of an entry that was lost', async () => {
    const entry = await asked();
    const renewedIn = 'f'.repeat(16);
    const config = { ...lab.station(), renewed: entry, renewedIn };
    await writeFile(join(folder, 'station.json'), JSON.stringify(config));
    expect(await renew(entry)).toBe(true);
    expect(await renew(entry)).toBe(false);
    expect(await hello(await readStationConfig(folder))).toBe(200);
  });

  it('gets the very certificate again with the same keys, so that any of them lets it in', async () => {
    const as = lab.station();
    const entry = await asked();
    const answers: RenewalAnswer[] = [];
    const bring = async (request: RenewalRequest) => {
      answers.push(await bringAs(as, request), await bringAs(as, request));
      const [first] = answers;
      if (!first) throw new Error('no answer');
      return first;
    };
    const running = as.tls;
    const { generation } = hub.parts.office.site;
    const given = { generation, running, bring };
    const parts = { folder, disk: nodeDisk(), randomness: systemRandomness(), ...given };
    await renewKeys(entry, parts);
    expect(answers[1]).toEqual(answers[0]);
    expect(await hello(await readStationConfig(folder))).toBe(200);
  });

  it('has its keyring wrapped to the keys it has, however often it was asked before', async () => {
    for (let times = 0; times < 3; times += 1) {
      await renew(await asked());
      const config = await readStationConfig(folder);
      expect(await hello(config)).toBe(200);
      await asked();
      await expectKeyringFor(config);
      await renew(hub.parts.office.journal.nextHubSeq - 1);
      await expectKeyringFor(config);
      expect(await hello(await readStationConfig(folder))).toBe(200);
    }
  });

  it('is refused keys it was not asked for, in another’s name, or that nobody has', async () => {
    const requests: RenewalRequest[] = [];
    const keep = (request: RenewalRequest) => {
      requests.push(request);
      return Promise.reject(new Error('kept'));
    };
    const running = lab.station().tls;
    const { generation } = hub.parts.office.site;
    const kept = { running, generation, bring: keep };
    const parts = { folder, disk: nodeDisk(), randomness: systemRandomness(), ...kept };
    await expect(renewKeys(7, parts)).rejects.toThrow('kept');
    const [request] = requests;
    if (!request) throw new Error('no request');
    await expect(bringAs(lab.station(), request)).rejects.toThrow('refused 409');
    const entry = await asked();
    await expect(renewKeys(entry, parts)).rejects.toThrow('kept');
    const right = requests[1];
    if (!right) throw new Error('no request');
    const { signing } = request.keys;
    const stolen = { ...right, keys: { ...right.keys, signing } };
    await expect(bringAs(lab.station(), stolen)).rejects.toThrow('refused 409');
    await expect(bringAs(lab.station(1), right)).rejects.toThrow('refused 409');
    await bringAs(lab.station(), right);
  });
});

describe('[CLO2] of two PCs that are one station, one of which has other keys already', () => {
  const traits = (digit: string) => [`b${digit.repeat(16)}`];
  const self = (digit: string) => `?run=${digit.repeat(16)}&machine=${traits(digit).join(',')}`;
  const seen = (digit: string) =>
    hub.parts.machines.note(lab.station().station, {
      run: digit.repeat(16),
      traits: traits(digit),
    });
  const decide = async (machine: string) => {
    const { station } = lab.station();
    await decideClone(hub.parts, { station, machine }, {});
    return hub.parts.office.journal.nextHubSeq - 1;
  };
  const keyring = async (as: StationConfig) =>
    (await ask(hub, { path: '/v1/keyring', as })).statusCode;

  it('that one brings what it recorded, where the other goes on', async () => {
    const [, two] = [await seen('1'), await seen('2')];
    await renew(await asked(), folder, { self: self('1') });
    const swapped = await readStationConfig(folder);
    await decide(two);
    expect(await hello(swapped)).toBe(200);
    expect(await keyring(swapped)).toBe(403);
    expect(await keyring(lab.station())).toBe(200);
  });

  it('that one is let in with them, where it goes on, and the other brings what it recorded', async () => {
    const [one] = [await seen('1'), await seen('2')];
    await renew(await asked(), folder, { self: self('1') });
    const swapped = await readStationConfig(folder);
    const decided = await decide(one);
    expect(await keyring(swapped)).toBe(200);
    expect(await hello(swapped)).toBe(200);
    expect(await keyring(lab.station())).toBe(403);
    expect(await renew(decided, folder, { self: self('1') })).toBe(true);
    expect(await hello(await readStationConfig(folder))).toBe(200);
  });

  it('the station is asked anew, whichever PC it is, where nobody meets the one that was meant', async () => {
    const [, two] = [await seen('1'), await seen('2')];
    const decided = await decide(two);
    await expect(renew(decided, folder, { self: self('3') })).rejects.toThrow('refused 409');
    expect(await renew(await asked(), folder, { self: self('3') })).toBe(true);
    expect(await hello(await readStationConfig(folder))).toBe(200);
  });
});
