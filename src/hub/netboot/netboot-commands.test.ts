import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import {
  appointSigner,
  carryOut,
  command,
  signedCommand,
} from '../../../tests/factories/staff-signers.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { netbootMs } from '../../shared/contracts/netboot.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import type { Hub } from '../hub.ts';
import { FolderDoor, netbootFrom } from './netboot-door.ts';

const caught = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

const boot = '0b7e7a9c-6f0e-4c0a-9d6e-2a2f4b1c9e10';
const another = '1b7e7a9c-6f0e-4c0a-9d6e-2a2f4b1c9e11';

let lab: HubLab;
let hub: Hub;
let technician: CommandSigner;
let folder: string;
let now: { boot: string; sinceMs: number };
let door: FolderDoor;

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['supervisor'], learners: 1 });
  folder = await temporaryFolder();
  await mkdir(join(folder, 'service'));
  now = { boot, sinceMs: 500_000 };
  door = new FolderDoor(join(folder, 'asked'), join(folder, 'service'), () => Promise.resolve(now));
  hub = await lab.open({ netboot: door });
  technician = await appointSigner(hub, { role: 'technician' });
});
afterEach(() => hub.close());

const asking = (what: 'see' | 'open' | 'close', by = technician) => ({
  type: `netboot.${what}`,
  input: {},
  as: lab.station(0),
  by: [by],
});
const ask = (what: 'see' | 'open' | 'close', by = technician) => carryOut(hub, asking(what, by));
const done = (output: object) => ({ result: 'done', output: expect.objectContaining(output) });
const request = join('asked', 'open');
const asked = async () => JSON.parse(await readFile(join(folder, request), 'utf8'));
const serviceSays = (told: object) =>
  writeFile(
    join(folder, 'service', 'state.json'),
    JSON.stringify({ v: 1, boot, problem: null, pcs: 0, ...told }),
  );
const opened = async () =>
  (await hub.parts.office.factsAfter(0, ['netboot.opened'])).map(({ payload }) => payload.by);

describe('[PXE1] installing over the LAN', () => {
  it('is off; a technician turns it on for an hour of this start of the PC, on record and by name', async () => {
    expect(await ask('see')).toEqual(done({ phase: 'off', problem: null }));
    expect(await ask('open')).toEqual(done({ phase: 'opening', leftMs: netbootMs }));
    const { untilMs } = await asked();
    expect(await asked()).toEqual({
      v: 1,
      boot,
      untilMs: 500_000 + netbootMs,
      by: technician.staff,
    });
    await serviceSays({ untilMs, pcs: 3 });
    now = { boot, sinceMs: 1_100_000 };
    expect(await ask('see')).toEqual(
      done({ phase: 'on', leftMs: 3_000_000, pcs: 3, by: expect.anything() }),
    );
    expect(await opened()).toEqual([technician.staff]);
  });

  it('is a technician’s to turn on, and an officer’s and a site manager’s too to turn off', async () => {
    for (const role of ['officer', 'site-manager', 'instructor', 'programme'] as const) {
      const other = await appointSigner(hub, { role });
      expect(await ask('open', other)).toMatchObject({ code: 'permission.denied' });
    }
    for (const role of ['instructor', 'programme'] as const) {
      const other = await appointSigner(hub, { role });
      expect(await ask('close', other)).toMatchObject({ code: 'permission.denied' });
      expect(await ask('see', other)).toMatchObject({ code: 'permission.denied' });
    }
    for (const role of ['officer', 'site-manager'] as const) {
      await ask('open');
      expect(await ask('close', await appointSigner(hub, { role }))).toEqual(
        done({ phase: 'off' }),
      );
      await expect(asked()).rejects.toThrow('ENOENT');
    }
  });

  it('is on no longer however often it is asked, sent twice or asked of a hub that started anew', async () => {
    const signed = await signedCommand(hub, asking('open'));
    const tell = () => command(hub, lab.station(0), signed);
    expect(await tell()).toEqual(done({ phase: 'opening' }));
    now = { boot, sinceMs: 1_000_000 };
    expect(await tell()).toMatchObject({ result: 'done' });
    expect(await ask('open')).toEqual(done({ leftMs: netbootMs - 500_000 }));
    await hub.close();
    hub = await lab.open({ netboot: door });
    expect(await tell()).toMatchObject({ code: 'command.stale' });
    expect(await ask('see')).toEqual(done({ phase: 'opening', leftMs: netbootMs - 500_000 }));
    await ask('close');
    await ask('close');
    expect(await ask('see')).toEqual(done({ phase: 'off' }));
  });

  it.each([
    ['its hour is over', { boot, sinceMs: 500_000 + netbootMs }],
    ['the PC started anew', { boot: another, sinceMs: 500_000 }],
    ['the PC’s time since its start is less than it was', { boot, sinceMs: 0 }],
  ])('is off once %s, and can be turned on again', async (_, later) => {
    await ask('open');
    now = later;
    expect(await ask('see')).toEqual(done({ phase: 'off', leftMs: 0, by: null }));
    expect(await ask('open')).toEqual(done({ phase: 'opening', leftMs: netbootMs }));
  });

  it('says why it is off, and goes by nothing that is none of its own', async () => {
    await ask('open');
    const { untilMs } = await asked();
    await serviceSays({ untilMs, problem: 'no-files' });
    expect(await ask('see')).toEqual(done({ phase: 'off', problem: 'no-files' }));
    await rm(join(folder, request));
    expect(await ask('see')).toEqual(done({ phase: 'off', problem: 'no-files' }));
    await serviceSays({ untilMs, problem: 'no-files', boot: another });
    expect(await ask('see')).toEqual(done({ phase: 'off', problem: null }));
    for (const hostile of [
      '',
      '{',
      '[]',
      `{"v":1,"boot":"${boot}","untilMs":-1}`,
      'x'.repeat(9000),
    ]) {
      await writeFile(join(folder, request), hostile);
      await writeFile(join(folder, 'service', 'state.json'), hostile);
      expect(await ask('see')).toEqual(done({ phase: 'off', problem: null }));
    }
    expect(await ask('open')).toEqual(done({ phase: 'opening' }));
  });

  it('stays off, and says so, where nothing can be asked; a hub that can’t has nothing to offer', async () => {
    await writeFile(join(folder, 'asked'), 'a file where the folder should be');
    expect(await ask('open')).toEqual(done({ phase: 'off' }));
    expect(await opened()).toHaveLength(1);
    await hub.close();
    hub = await lab.open();
    expect(await ask('see')).toEqual(done({ phase: 'none' }));
    expect(await ask('open')).toEqual(done({ phase: 'none' }));
  });

  it('is a hub’s whose unit says where to ask', () => {
    expect(netbootFrom({})).toBeUndefined();
    expect(netbootFrom({ REAN_NETBOOT: '/run/rean-netboot' })).toBeInstanceOf(FolderDoor);
    expect(caught(() => netbootFrom({ REAN_NETBOOT: 'here' }))).toMatchObject({
      code: 'config.invalid',
    });
  });
});
