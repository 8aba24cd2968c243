import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { imageFolder, installerStick, noteFigure } from './machine/built-image.ts';
import { InstallerScreens } from './machine/installer-screen.ts';
import { holdsBytes, layOver, makeDisk, overwrite } from './machine/layer.ts';
import { startMachine } from './machine/machine.ts';
import type { Machine, MachineOrder } from './machine/machine.ts';
import { showsScreen, untilScreen } from './machine/screen.ts';

const folder = join(imageFolder, 'test');
const disk = join(folder, 'installed.qcow2');
const second = join(folder, 'second.qcow2');
const stick = join(folder, 'stick.qcow2');
const pictures = join(imageFolder, 'screenshots');
const uefi = '/usr/share/ovmf/OVMF.fd';

let machine: Machine | undefined;
let screens: InstallerScreens;
const start = async (order: Partial<MachineOrder> = {}) => {
  const given = { disk, keeps: true, memoryMiB: 2048, stick: installerStick, ...order };
  machine = await startMachine(given);
  return machine;
};
const type = async (started: Machine, keys: string) => {
  for (const key of keys)
    await started.press(...(/[A-Z]/.test(key) ? ['shift', key.toLowerCase()] : [key]));
  await started.press('ret');
};
const photograph = (started: Machine, name: string) =>
  started.photograph(join(pictures, `installer-${name}.png`));
/** From the first screen to the one about the disk: a station, with a number. */
const answer = async (started: Machine, number: string) => {
  await screens.until(started, 'role');
  await type(started, '1');
  await screens.until(started, 'number');
  await type(started, number);
};

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  await mkdir(pictures, { recursive: true });
  screens = await InstallerScreens.draw();
  await noteFigure('installer, MiB', Math.round((await stat(installerStick)).size / 1024 ** 2));
});
afterEach(async () => {
  await machine?.stop();
  machine = undefined;
});
afterAll(async () => {
  for (const file of [disk, second, stick]) await rm(file, { force: true });
});

/** In order: each goes on with the disk that the one before left. */
describe('the installer’s stick', () => {
  it('makes an empty disk a station’s, which asks to be enrolled when it starts, with a BIOS [INS1]', async () => {
    await makeDisk(disk, 12_000);
    const begun = performance.now();
    const started = await start();
    await screens.until(started, 'role');
    await noteFigure(
      'stick, BIOS to its first question, s',
      Math.round((performance.now() - begun) / 1000),
    );
    await photograph(started, 'role');
    await answer(started, '9');
    // There are eight.
    await wait(2_000);
    expect(await screens.shownBy(started)).toBe('number');
    await type(started, '3');
    await screens.until(started, 'disk');
    await photograph(started, 'disk');
    const agreed = performance.now();
    await started.press('ret');
    await screens.until(started, 'write');
    await photograph(started, 'write');
    await screens.until(started, 'done');
    await noteFigure(
      'checked, written and read back, s',
      Math.round((performance.now() - agreed) / 1000),
    );
    await photograph(started, 'done');
    // Nothing goes on until the stick is out: it would be started from again.
    await wait(3_000);
    expect(await screens.shownBy(started)).toBe('done');
    await started.unplug();
    const out = performance.now();
    await untilScreen(started);
    await noteFigure(
      'first start of an installed disk, s',
      Math.round((performance.now() - out) / 1000),
    );
    await photograph(started, 'first-start');
  });

  it('asks for the word where a disk has something on it, and leaves it as it is without [INS3]', async () => {
    const started = await start({ firmware: uefi });
    await answer(started, '3');
    await screens.until(started, 'disk-data');
    await photograph(started, 'disk-data');
    await started.press('ret');
    await type(started, 'erase');
    await wait(3_000);
    expect(await screens.shownBy(started)).toBe('disk-data');
  });

  it('goes on with a disk that the power was cut from, at any time of it, with UEFI [INS4]', async () => {
    // It has something on it: the word is asked for once, and not again for what was begun.
    let started = await start({ firmware: uefi });
    await answer(started, '4');
    await screens.until(started, 'disk-data');
    await type(started, 'ERASE');
    await screens.until(started, 'check');
    await started.cut();

    for (const later of [0, 6_000]) {
      started = await start({ firmware: uefi });
      await answer(started, '4');
      await screens.until(started, later === 0 ? 'disk-data' : 'disk');
      await type(started, later === 0 ? 'ERASE' : '');
      await screens.until(started, 'write');
      await wait(2_000 + later);
      await started.cut();
    }

    started = await start({ firmware: uefi });
    await answer(started, '4');
    await screens.until(started, 'disk');
    await started.press('ret');
    await screens.until(started, 'done');
    await started.unplug();
    await untilScreen(started);
    expect(await showsScreen(started)).toBe(true);
  });
});

describe('the installer’s stick refuses', () => {
  it('what is not what was signed, before it touches the disk [INS2]', async () => {
    await makeDisk(disk, 8192);
    await layOver(installerStick, stick);
    // In the middle of the only large file, far from its kernel and initrd.
    const { size } = await stat(installerStick);
    await overwrite(stick, Math.round(size / 2 / 4096) * 4096, 4096);
    const started = await start({ stick, stickIsLayer: true });
    await answer(started, '1');
    await screens.until(started, 'disk');
    await started.press('ret');
    await screens.until(started, 'bad-stick');
    await photograph(started, 'bad-stick');
    expect(await holdsBytes(disk)).toBe(false);
    // A person who read it goes on from the start.
    await started.press('ret');
    await screens.until(started, 'role');
  });

  it.each([
    ['a disk that is too small', 4096, null, 'small-disk'],
    ['a choice of its own between two disks', 8192, 8192, 'many-disks'],
    ['a PC without a disk', null, null, 'no-disk'],
  ] as const)('%s [INS3]', async (_, firstMiB, secondMiB, screen) => {
    if (firstMiB !== null) await makeDisk(disk, firstMiB);
    if (secondMiB !== null) await makeDisk(second, secondMiB);
    const given = secondMiB === null ? {} : { secondDisk: second };
    const started = await start({ disk: firstMiB === null ? null : disk, ...given });
    await answer(started, '1');
    await screens.until(started, screen);
    await photograph(started, screen);
    const isUntouched = firstMiB === null || !(await holdsBytes(disk));
    expect(isUntouched).toBe(true);
  });
});
