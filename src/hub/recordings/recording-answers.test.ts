import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HubLab, ask } from '../../../tests/factories/hub-lab.ts';
import type { Call } from '../../../tests/factories/hub-lab.ts';
import { recordingMaker } from '../../../tests/factories/sealed-recordings.ts';
import type { SealedFile } from '../../../tests/factories/sealed-recordings.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import { mostSealedBytes, recordingPath } from '../../shared/contracts/recording-copy.ts';
import { recordingsHeldSchema } from '../../shared/contracts/recording-copy.ts';
import { learnerIdSchema } from '../../shared/ids.ts';
import { eraseLearner } from '../erasure/erase-learner.ts';
import type { Hub } from '../hub.ts';
import { disableStation } from '../office/station-standing.ts';
import { HubRecordings } from './hub-recordings.ts';

const nobody = learnerIdSchema.parse('ln-zzzzzzzzzzzz');

let lab: HubLab;
let hub: Hub;
let root = '';
let freeBytes = 2 ** 40;
let make: ReturnType<typeof recordingMaker>;

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk', 'supervisor'], learners: 2 });
  root = await temporaryFolder();
  freeBytes = 2 ** 40;
  make = recordingMaker();
  hub = await open();
});
afterEach(() => hub.close());

function open(): Promise<Hub> {
  const disk = { ...nodeDisk(), freeBytes: () => Promise.resolve(freeBytes) };
  const folder = join(root, 'recordings');
  return lab.open({ recordings: new HubRecordings({ folder, disk, randomness: lab.random }) });
}

const mine = (item: string, what = item) => make(lab.key(lab.learner()), lab.learner(), item, what);
const path = ({ learner, name }: Pick<SealedFile, 'learner' | 'name'>) =>
  recordingPath({ learner, name });
const put = (file: SealedFile, as: Call['as'] = lab.station(), at = path(file)) =>
  ask(hub, { method: 'PUT', path: at, as, body: JSON.parse(file.sealed) });
const get = (at: string, as: Call['as'] = lab.station(1)) => ask(hub, { path: at, as });

async function heldOf(learner = lab.learner()) {
  const answer = await get(recordingPath({ learner, name: null }));
  return recordingsHeldSchema.parse(answer.json()).held;
}

const files = async () =>
  (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.json'));

describe('a hub asked for recordings', () => {
  it('[RAL6] takes one from a station, once, and gives it to another as it was sealed', async () => {
    const file = mine('letter');
    for (const as of [lab.station(), lab.station(), lab.station(1)]) {
      const answer = await put(file, as);
      expect([answer.statusCode, answer.json()]).toEqual([200, { v: 1, kept: true }]);
    }
    expect(await heldOf()).toEqual([file.name]);
    const given = await get(path(file));
    expect([given.statusCode, given.body]).toEqual([200, file.sealed]);
    expect(given.headers['cache-control']).toBe('no-store');
    expect(await files()).toHaveLength(1);
  });

  it('[RAL6] says of one that later ones took the place of, and of one that is not here', async () => {
    const early = mine('letter', 'early');
    const late = mine('letter', 'late');
    await put(late);
    expect((await put(early)).json()).toEqual({ v: 1, kept: false });
    expect((await get(path(early))).statusCode).toBe(404);
    expect(await heldOf(lab.learner(1))).toEqual([]);
  });

  it('[RAL7] refuses what is not what its name says, not sealed for that learner, or no recording', async () => {
    const file = mine('letter');
    const other = mine('other');
    const [here, there] = [lab.learner(), lab.learner(1)];
    const wrongKey = make(lab.key(there), here, 'letter');
    const atOther = recordingPath({ learner: there, name: file.name });
    const cases: readonly (readonly [SealedFile, string, number])[] = [
      [{ ...file, sealed: other.sealed }, path(file), 400],
      [file, atOther, 400],
      [wrongKey, path(wrongKey), 400],
      [{ ...file, sealed: '{"v":1}' }, path(file), 400],
      [{ ...file, sealed: '[]' }, path(file), 400],
      [file, path({ ...file, learner: nobody }), 404],
    ];
    for (const [sent, at, status] of cases) {
      expect((await put(sent, lab.station(), at)).statusCode).toBe(status);
    }
    const broken = { method: 'PUT', path: path(file), as: lab.station() } as const;
    const large = { ...JSON.parse(file.sealed), sealed: 'A'.repeat(mostSealedBytes) };
    expect((await ask(hub, { ...broken, body: large })).statusCode).toBe(413);
    const packed = { ...broken, headers: { 'content-encoding': 'gzip' }, body: {} };
    expect((await ask(hub, packed)).statusCode).toBe(415);
    expect(await files()).toEqual([]);
  });

  it('[RAL7] knows no paths but those of learners and recordings', async () => {
    const file = mine('letter');
    await put(file);
    const own = recordingPath({ learner: lab.learner(), name: null });
    for (const tricky of [
      `${own}/..`,
      `${own}/%2e%2e%2f%2e%2e%2fsite.json`,
      `/v1/recordings/..%2f${lab.learner()}`,
      '/v1/recordings/%2e%2e/keyring.json',
      `${own}/${file.name}.json`,
      `${own}/${file.name.toUpperCase()}`,
      `${own}/${file.name}%00`,
      `${own}/${file.name}/more`,
      '/v1/recordings/',
    ]) {
      expect([tricky, (await get(tricky)).statusCode]).toEqual([tricky, 404]);
      expect([404, 405]).toContain((await put(file, lab.station(), tricky)).statusCode);
    }
    const deletes = { method: 'DELETE', path: path(file), as: lab.station() } as const;
    expect((await ask(hub, deletes)).statusCode).toBe(405);
    expect(await files()).toHaveLength(1);
  });

  it('[HUB2] answers stations that are let in, and nobody else', async () => {
    const file = mine('letter');
    await put(file);
    const elsewhere = await HubLab.make({ seed: 2 });
    await disableStation(hub.parts.office, lab.station(1).station);
    for (const [as, status] of [
      [null, 401],
      [elsewhere.station(), 401],
      [lab.station(1), 403],
    ] as const) {
      for (const at of [path(file), recordingPath({ learner: lab.learner(), name: null })]) {
        expect((await get(at, as)).statusCode).toBe(status);
      }
      expect((await put(mine('more'), as)).statusCode).toBe(status);
    }
    expect(await files()).toHaveLength(1);
  });

  it('[RAL7] says that its disk is full, loses nothing, and takes records all the same', async () => {
    const file = mine('letter');
    await put(file);
    freeBytes = 100;
    const more = mine('more');
    expect((await put(more)).statusCode).toBe(507);
    expect((await put(file)).statusCode).toBe(200);
    expect((await get(path(file))).body).toBe(file.sealed);
    freeBytes = 2 ** 40;
    expect((await put(more)).json()).toEqual({ v: 1, kept: true });
    expect(await heldOf()).toEqual([file.name, more.name]);
  });

  it('[RAL4] keeps none of an erased learner, takes none again, and clears what was cut short', async () => {
    const file = mine('letter');
    const others = make(lab.key(lab.learner(1)), lab.learner(1), 'letter');
    await put(file);
    await put(others);
    const acting = { by: 'console', who: 'Sok', second: { name: 'Chan' } } as const;
    await eraseLearner(hub.parts, lab.learner(), 'asked', acting);
    expect(await files()).toHaveLength(1);
    expect((await put(file)).statusCode).toBe(404);
    expect((await get(path(file))).statusCode).toBe(404);
    expect((await get(recordingPath({ learner: lab.learner(), name: null }))).statusCode).toBe(404);
    expect(await heldOf(lab.learner(1))).toEqual([others.name]);

    const { learner, name, sealed } = file;
    const bytes = Buffer.from(sealed);
    await hub.parts.recordings?.take({ learner, name, bytes, isWanted: () => true });
    expect(await files()).toHaveLength(2);
    await hub.close();
    hub = await open();
    expect(await files()).toHaveLength(1);
  });
});
