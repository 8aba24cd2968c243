import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { choiceSector, formatChoice } from '../../src/imaging/plan/boot-choice.ts';
import { sectorBytes } from '../../src/imaging/plan/disk-layout.ts';
import { imageFolder, probedKernel, stationDisk } from './machine/built-image.ts';
import { choiceOn, layOver, makeStick, overwrite, patch, startOf } from './machine/layer.ts';
import { startMachine } from './machine/machine.ts';
import type { Machine } from './machine/machine.ts';
import { openProbe } from './machine/probe.ts';
import { untilScreen } from './machine/screen.ts';

const folder = join(imageFolder, 'test');
const layer = join(folder, 'disk.qcow2');
const stick = join(folder, 'stick.img');
const built = (name: string) => join(imageFolder, `rean-station.${name}`);
const slow = { timeout: 1_200_000, interval: 2_000 };

let machine: Machine | undefined;
const start = async (order: Partial<Parameters<typeof startMachine>[0]> = {}) => {
  machine = await startMachine({ disk: layer, keeps: true, memoryMiB: 2048, ...order });
  return machine;
};

beforeAll(() => mkdir(folder, { recursive: true }));
afterEach(async () => {
  await machine?.stop();
  machine = undefined;
});
afterAll(async () => {
  for (const file of [layer, stick]) await rm(file, { force: true });
});

/** In order: each starts from the disk that the one before left. */
describe('an update of a station', () => {
  beforeAll(async () => {
    await layOver(stationDisk, layer);
    await makeStick(stick, [built('json'), built('json.minisig'), built('squashfs')]);
  });

  it('comes from a signed stick into the other slot, to be tried [IMG9]', async () => {
    const probe = await openProbe(await start({ kernel: await probedKernel('a'), stick }));
    expect(await probe.ask('ls /sys/block')).not.toContain('sd');
    // What is not signed, or was changed, is refused before a byte is written.
    const refused = [
      'mkdir -p /run/x && cd /run/x && echo {} > rean-station.json && echo x > rean-station.json.minisig',
      '/usr/lib/rean-image/update apply /run/x /dev/disk/by-partlabel/rean-os-b; echo $?',
    ];
    expect(await probe.ask(refused.join('; '))).toMatch(/rean-update: unsigned\s+3$/);
    expect(await choiceOn(layer)).toBe('good=a\ntrying=\ntried=');

    const updated = await probe.ask('/usr/lib/rean-image/update from-stick; echo $?');
    expect(updated).toMatch(/rean-update: ready\s+0$/);
    expect(await probe.ask('ls /sys/block')).not.toContain('sd');
    probe.close();
    expect(await choiceOn(layer)).toBe('good=a\ntrying=b\ntried=');
  });

  it('starts, and is the good one from when it works [IMG5]', async () => {
    await untilScreen(await start());
    await vi.waitFor(
      async () => expect(await choiceOn(layer)).toBe('good=b\ntrying=\ntried='),
      slow,
    );
  });

  it('that does not start gives way to the one that works [IMG5]', async () => {
    // Kernel and initrd at both ends of the slot are whole; what they would start is not.
    const { size } = await stat(built('squashfs'));
    const block = 1024 ** 2;
    const [from, to] = [0.3, 0.8].map((part) => Math.round((size * part) / block) * block);
    await overwrite(layer, startOf('os-a') + (from ?? 0), (to ?? 0) - (from ?? 0));
    const choice = formatChoice({ good: 'b', trying: 'a', tried: false });
    await patch(layer, startOf('choice') + choiceSector * sectorBytes, choice);

    const started = await start();
    await untilScreen(started);
    expect(started.resets()).toBeGreaterThan(0);
    await vi.waitFor(
      async () => expect(await choiceOn(layer)).toBe('good=b\ntrying=\ntried='),
      slow,
    );
  });

  it('gives way even where the slot that worked can’t be read any more [IMG5]', async () => {
    await layOver(stationDisk, layer);
    await patch(layer, startOf('os-a'), new Uint8Array(4096));
    const image = await readFile(built('squashfs'));
    for (let at = 0; at < image.length; at += 64 * 1024 ** 2) {
      await patch(layer, startOf('os-b') + at, image.subarray(at, at + 64 * 1024 ** 2));
    }
    await untilScreen(await start());
    expect(await choiceOn(layer)).toMatch(/^good=[ab]\n/);
  });
});

describe('a station whose data is gone', () => {
  it('says so, in Khmer, and leaves the disk as it is [IMG6]', async () => {
    await layOver(stationDisk, layer);
    await overwrite(layer, startOf('data'), 64 * 1024);
    const started = await start({ kernel: await probedKernel('a') });
    const probe = await openProbe(started);
    await untilScreen(started);
    await started.photograph(join(imageFolder, 'screenshots/station-data-gone.png'));
    expect(await probe.ask('systemctl is-active rean-kiosk rean-data rean-no-data')).toBe(
      'inactive\nfailed\nactive',
    );
    const head = 'head -c 65536 /dev/disk/by-partlabel/rean-data | tr -d Z | wc -c';
    expect(await probe.ask(head)).toBe('0');
    probe.close();
  });
});
