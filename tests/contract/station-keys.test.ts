import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import { findStation } from '../../src/hub/office/station-standing.ts';
import {
  earlierWrappingKeys,
  readStationConfig,
} from '../../src/station/config/read-station-config.ts';
import { KeyringCache } from '../../src/station/keyring/keyring-cache.ts';
import { renewKeys } from '../../src/station/renewal/renew-keys.ts';
import { keyringAnswerSchema } from '../../src/shared/contracts/hub-api.ts';
import type { RenewalAnswer, RenewalRequest } from '../../src/shared/contracts/renewal.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import { readWrappingKey } from '../../src/sync/envelope/wrapping.ts';
import { systemRandomness } from '../../src/sync/machine/system-ports.ts';
import type { Meddle } from '../factories/faulty-disk.ts';
import { ask } from '../factories/hub-lab.ts';
import { RenewalLab, folderOf } from './renewal-lab.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
let at: RenewalLab;
beforeEach(async () => {
  at = await RenewalLab.make();
}, 60_000);
afterEach(() => at.hub.close());

describe('[IDN12] a station that is asked for other keys', () => {
  it('comes in with them from its next start on, and what both sign counts', async () => {
    const before = at.lab.station();
    expect(await at.renew(await at.asked())).toBe(true);
    expect(await at.hello(before)).toBe(200);
    expect(await at.signsAs(before)).toBe(true);
    const after = await readStationConfig(at.folder);
    expect(after.signingKey.number).toBe(2);
    expect(after.tls.privateKey).not.toBe(before.tls.privateKey);
    expect(await at.hello(after)).toBe(200);
    expect(await at.hello(before)).toBe(401);
    expect(await at.signsAs(after)).toBe(true);
    const { signingKey } = before;
    expect(await at.signsAs({ ...after, signingKey })).toBe(true);
    expect(await readdir(at.folder)).toEqual(['station.json']);
  });

  it('opens the keyring that lies on its disk, and the next one, which is for the new key', async () => {
    const path = join(at.folder, 'keyring.wrapped.json');
    const wrapped = async (as: StationConfig) => {
      const { body } = await ask(at.hub, { path: '/v1/keyring', as });
      return keyringAnswerSchema.parse(JSON.parse(body)).wrapped;
    };
    await writeFile(path, JSON.stringify(await wrapped(at.lab.station())));
    await at.renew(await at.asked());
    const config = await readStationConfig(at.folder);
    const { privateKey, earlier = '' } = config.wrappingKey;
    const parts = { path, disk: nodeDisk(), randomness: systemRandomness(), log: quiet };
    const keys = {
      wrappingKey: readWrappingKey(privateKey),
      earlierKeys: [readWrappingKey(earlier)],
    };
    expect((await KeyringCache.open({ ...parts, ...keys })).keys?.site).toBe(config.site);
    await at.hello(config);
    const alone = await KeyringCache.open({ ...parts, wrappingKey: keys.wrappingKey });
    expect(alone.keys).toBeNull();
    await alone.take(await wrapped(config));
    expect(alone.keys?.site).toBe(config.site);
  });

  it('keeps, over renewals without a start between, what the hub knows it by and its keyring is for', async () => {
    const before = at.lab.station();
    const path = join(at.folder, 'keyring.wrapped.json');
    const { body } = await ask(at.hub, { path: '/v1/keyring', as: before });
    const { wrapped } = keyringAnswerSchema.parse(JSON.parse(body));
    await writeFile(path, JSON.stringify(wrapped));
    for (let times = 0; times < 2; times += 1) {
      await at.renew(await at.asked(), at.folder, { running: before.tls });
    }
    const config = await readStationConfig(at.folder);
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
    for (let cut = 1, whole = false; !whole; cut += 1) {
      const entry = await at.asked();
      const before = await readStationConfig(at.folder);
      const meddle: Meddle = ({ number, kind }) => {
        if (number === cut) throw new Error(`cut at ${kind}`);
      };
      whole = await at.renew(entry, at.folder, { meddle }).catch(() => false);
      cuts += whole ? 0 : 1;
      expect(await at.signsAs(await readStationConfig(at.folder))).toBe(true);
      await at.renew(entry);
      const after = await readStationConfig(at.folder);
      expect(after.signingKey.number).toBe(before.signingKey.number + 1);
      expect(await at.hello(after)).toBe(200);
      expect(await at.hello(before)).toBe(401);
    }
    expect(cuts).toBeGreaterThan(8);
  });

  it('brings the same keys again where the answer was lost, also after a kill of the hub', async () => {
    const entry = await at.asked();
    await expect(at.renew(entry, at.folder, { answerLost: true })).rejects.toThrow('lost');
    const made = await readFile(join(at.folder, 'renewing.json'), 'utf8');
    at.lab.cutPower();
    const lostHub = at.hub;
    at.hub = await at.lab.open();
    await lostHub.close();
    await at.renew(entry);
    const config = await readStationConfig(at.folder);
    expect(made).toContain(config.signingKey.privateKey);
    expect(config.signingKey.number).toBe(2);
    expect(await at.hello(config)).toBe(200);
  });

  it('goes on alone: its copy, which makes keys of its own, is not let in with them', async () => {
    const copy = await folderOf(at.lab.station());
    const entry = await at.asked();
    await at.renew(entry);
    await expect(at.renew(entry, copy)).rejects.toThrow('refused 409');
    expect(await at.hello(await readStationConfig(copy))).toBe(200);
    expect(await at.hello(await readStationConfig(at.folder))).toBe(200);
    expect(await at.hello(await readStationConfig(copy))).toBe(401);
  });

  it('comes in with keys it had swapped to, though it is asked for others before it is started', async () => {
    const before = at.lab.station();
    await at.renew(await at.asked());
    const swapped = await readStationConfig(at.folder);
    const again = await at.asked();
    expect(await at.hello(swapped)).toBe(200);
    expect(await at.hello(before)).toBe(401);
    expect(await at.renew(again)).toBe(true);
    const after = await readStationConfig(at.folder);
    expect(after.signingKey.number).toBe(3);
    expect(await at.hello(after)).toBe(200);
    expect(await at.hello(swapped)).toBe(401);
    expect(await findStation(at.hub.parts.office, before.station)).not.toHaveProperty('renewal');
  });

  it('makes keys for a restored hub that asks under the number of an entry that was lost', async () => {
    const entry = await at.asked();
    const renewedIn = 'f'.repeat(16);
    const config = { ...at.lab.station(), renewed: entry, renewedIn };
    await writeFile(join(at.folder, 'station.json'), JSON.stringify(config));
    expect(await at.renew(entry)).toBe(true);
    expect(await at.renew(entry)).toBe(false);
    expect(await at.hello(await readStationConfig(at.folder))).toBe(200);
  });

  it('gets the very certificate again with the same keys, so that any of them lets it in', async () => {
    const as = at.lab.station();
    const entry = await at.asked();
    const answers: RenewalAnswer[] = [];
    const bring = async (request: RenewalRequest) => {
      answers.push(await at.bringAs(as, request), await at.bringAs(as, request));
      const [first] = answers;
      if (!first) throw new Error('no answer');
      return first;
    };
    const running = as.tls;
    const { generation } = at.hub.parts.office.site;
    const given = { generation, running, bring };
    const parts = { folder: at.folder, disk: nodeDisk(), randomness: systemRandomness(), ...given };
    await renewKeys(entry, parts);
    expect(answers[1]).toEqual(answers[0]);
    expect(await at.hello(await readStationConfig(at.folder))).toBe(200);
  });

  it('has its keyring wrapped to the keys it has, however often it was asked before', async () => {
    for (let times = 0; times < 3; times += 1) {
      await at.renew(await at.asked());
      const config = await readStationConfig(at.folder);
      expect(await at.hello(config)).toBe(200);
      await at.asked();
      expect(await at.siteInKeyringFor(config)).toBe(config.site);
      await at.renew(at.hub.parts.office.journal.nextHubSeq - 1);
      expect(await at.siteInKeyringFor(config)).toBe(config.site);
      expect(await at.hello(await readStationConfig(at.folder))).toBe(200);
    }
  });

  it('is refused keys it was not asked for, in another’s name, or that nobody has', async () => {
    const requests: RenewalRequest[] = [];
    const keep = (request: RenewalRequest) => {
      requests.push(request);
      return Promise.reject(new Error('kept'));
    };
    const running = at.lab.station().tls;
    const { generation } = at.hub.parts.office.site;
    const kept = { running, generation, bring: keep };
    const parts = { folder: at.folder, disk: nodeDisk(), randomness: systemRandomness(), ...kept };
    await expect(renewKeys(7, parts)).rejects.toThrow('kept');
    const [request] = requests;
    if (!request) throw new Error('no request');
    await expect(at.bringAs(at.lab.station(), request)).rejects.toThrow('refused 409');
    const entry = await at.asked();
    await expect(renewKeys(entry, parts)).rejects.toThrow('kept');
    const right = requests[1];
    if (!right) throw new Error('no request');
    const { signing } = request.keys;
    const stolen = { ...right, keys: { ...right.keys, signing } };
    await expect(at.bringAs(at.lab.station(), stolen)).rejects.toThrow('refused 409');
    await expect(at.bringAs(at.lab.station(1), right)).rejects.toThrow('refused 409');
    await at.bringAs(at.lab.station(), right);
  });
});
