import { beforeEach, describe, expect, it } from 'vitest';
import { HubLab, ask } from '../../../tests/factories/hub-lab.ts';
import {
  laterSource,
  pressPack,
  testPack,
  testVersion,
  trustingStore,
} from '../../../tests/factories/pack-press.ts';
import { packSource } from '../../../tests/factories/pack-source.ts';
import { appointSigner, carryOut } from '../../../tests/factories/staff-signers.ts';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import type { PackStore } from '../../content/store/pack-store.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import type { Hub } from '../hub.ts';
import { HubPacks } from './hub-packs.ts';
import { publishPacksCommand } from './pack-commands.ts';
import { listedPacks } from './pack-list.ts';

const v1 = testVersion('1.0.0');
const v2 = testVersion('1.1.0');

let lab: HubLab;
let hub: Hub;
let store: PackStore;
let officer: CommandSigner;
let instructor: CommandSigner;

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'supervisor'] });
  const made = await trustingStore();
  ({ store } = made);
  const open = () => Promise.resolve(made.store);
  hub = await lab.open({ packs: new HubPacks({ folder: made.folder, disk: nodeDisk(), open }) });
  officer = await appointSigner(hub, { role: 'officer' });
  instructor = await appointSigner(hub, { role: 'instructor' });
});

const call = { say: () => undefined, signal: new AbortController().signal };
const publish = () => publishPacksCommand.carryOut(hub.parts, { pack: null }, call);
const choose = (version: string, by = officer, reason: string | null = 'ខុសរូបភាព') =>
  carryOut(hub, {
    type: 'pack.choose',
    input: { pack: testPack, version },
    as: lab.station(1),
    by: [by],
    reason,
  });
const listed = async () => (await listedPacks(hub.parts.office)).get(testPack);

describe('[PKG19] the site’s list of packs', () => {
  it('gets what is installed at the hub, by a journal entry; the same again makes none', async () => {
    await store.install(await pressPack());
    expect(await publish()).toEqual({ listed: [{ pack: testPack, version: v1 }] });
    const entries = () => hub.parts.office.factsAfter(0, ['pack.published']);
    expect(await entries()).toHaveLength(1);
    await publish();
    expect(await entries()).toHaveLength(1);
    await store.install(await pressPack(laterSource('1.1.0', 2)));
    await publish();
    expect(await listed()).toMatchObject({ version: v2, previous: v1 });
  });

  it('takes a pack after those it requires, and none whose requirements are not on it [PKG16]', async () => {
    const requires = [{ pack: testPack, exactly: '1.0.0' }];
    await store.install(await pressPack());
    await store.install(await pressPack(packSource({ id: 'org.rean.a-needy', requires })));
    expect(await publish()).toMatchObject({ listed: { length: 2 } });
    await store.install(await pressPack(laterSource('1.1.0', 2)));
    await expect(publish()).rejects.toMatchObject({
      code: 'pack.requirement-missing',
      facts: { pack: 'org.rean.a-needy', missing: 'org.rean.test = 1.0.0' },
    });
    expect(await listed()).toMatchObject({ version: v1 });
  });

  it('goes back by a command an officer signed, with a reason, and forth again', async () => {
    await store.install(await pressPack());
    await store.install(await pressPack(laterSource('1.1.0', 2)));
    await publish();
    expect(await choose('1.0.0')).toMatchObject({ result: 'done' });
    expect(await listed()).toMatchObject({ version: v1, previous: v2 });
    const [fact] = (await hub.parts.office.factsAfter(0, ['pack.published'])).slice(-1);
    expect(fact?.payload).toMatchObject({
      by: officer.staff,
      command: { type: 'pack.choose', reason: 'ខុសរូបភាព' },
    });
    expect(await choose('1.1.0')).toMatchObject({ result: 'done' });
    expect(await listed()).toMatchObject({ version: v2, previous: v1 });
  });

  it('goes to no version that is not at the hub, without no reason, and for nobody else', async () => {
    await store.install(await pressPack());
    await publish();
    expect(await choose('0.9.0')).toMatchObject({ code: 'pack.not-installed' });
    expect(await choose('1.0.0', officer, null)).toMatchObject({ code: 'shape.invalid' });
    expect(await choose('1.0.0', instructor)).toMatchObject({ code: 'permission.denied' });
  });
});

describe('[PKG18] [PKG19] what the hub tells of packs', () => {
  const get = (path: string, headers = {}) => ask(hub, { path, headers, as: lab.station(0) });

  it('hands a station a pack’s files, whole or from a byte on', async () => {
    await store.install(await pressPack());
    const manifest = await get(`/v1/packs/${testPack}/1.0.0/pack.json`);
    expect(manifest.statusCode).toBe(200);
    const { files } = JSON.parse(manifest.payload);
    const [{ sha256, size }] = files;
    const rest = await get(`/v1/packs/blobs/${sha256}`, { range: 'bytes=3-' });
    expect(rest.statusCode).toBe(206);
    expect(rest.headers).toMatchObject({
      'content-range': `bytes 3-${size - 1}/${size}`,
      'content-type': 'application/octet-stream',
    });
    expect(rest.rawPayload).toHaveLength(size - 3);
    const beyond = await get(`/v1/packs/blobs/${sha256}`, { range: `bytes=${size}-` });
    expect(beyond.statusCode).toBe(416);
    expect((await get(`/v1/packs/blobs/${'0'.repeat(64)}`)).statusCode).toBe(404);
    expect((await get(`/v1/packs/${testPack}/9.9.9/pack.json`)).statusCode).toBe(404);
  });

  it('tells supervisors how packs are at the hub and at stations, and kiosks nothing', async () => {
    await store.install(await pressPack());
    await publish();
    const pack = {
      pack: testPack,
      title: null,
      active: null,
      versions: [],
      ready: null,
      trouble: null,
      fetching: {
        version: v1,
        doneBytes: 10,
        totalBytes: 20,
        bytesPerSecond: 5,
        capped: true,
        from: null,
      },
    };
    const body = { packs: [pack] };
    const told = await ask(hub, { path: '/v1/packs', body, as: lab.station(0) });
    expect(told.statusCode).toBe(200);
    const seen = await ask(hub, { path: '/v1/packs', as: lab.station(1) });
    expect(JSON.parse(seen.payload)).toMatchObject({
      hub: [{ pack: testPack, listed: v1, previous: null, versions: [{ version: v1 }] }],
      stations: [{ station: lab.station(0).station, packs: [pack] }],
    });
    expect((await get('/v1/packs')).statusCode).toBe(403);
  });
});
