import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { escapes } from './machine/escapes.ts';
import { imageFolder, noteFigure, probedKernel, stationDisk } from './machine/built-image.ts';
import { startMachine } from './machine/machine.ts';
import type { Machine } from './machine/machine.ts';
import { openProbe } from './machine/probe.ts';
import type { Probe } from './machine/probe.ts';
import { pixelsOf, showsScreen, untilScreen } from './machine/screen.ts';

const pictures = join(imageFolder, 'screenshots');

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  await noteFigure('disk image on disk, MiB', Math.round((await stat(stationDisk)).blocks / 2048));
});

describe('the image of a station, started', () => {
  let machine: Machine;
  let probe: Probe;
  const begun = performance.now();

  beforeAll(async () => {
    machine = await startMachine({
      disk: stationDisk,
      kernel: await probedKernel(),
      memoryMiB: 2048,
    });
    probe = await openProbe(machine);
    await untilScreen(machine).catch(async (error: unknown) => {
      const said = await probe.ask(
        'systemctl --failed --no-legend; journalctl -b -n 60 --no-pager',
      );
      throw new Error(said, { cause: error });
    });
    await noteFigure('kernel to first screen, s', Math.round((performance.now() - begun) / 1000));
    await machine.photograph(join(pictures, 'station-first-screen.png'));
  });
  afterAll(async () => {
    probe.close();
    await machine.stop();
  });

  it('asks to be enrolled, with half a gigabyte and more to spare [IMG7]', async () => {
    const memory = await probe.ask("awk '/MemTotal|MemAvailable/ { print $2 }' /proc/meminfo");
    const [total = 0, available = 0] = memory.split('\n').map(Number);
    await noteFigure('memory used with a window, MiB', Math.round((total - available) / 1024));
    expect(available).toBeGreaterThan(512 * 1024);
  });

  it('has its root in memory over a slot that nothing can write, and its data on the disk [IMG3]', async () => {
    expect(await probe.ask('findmnt --noheadings --output FSTYPE /')).toBe('overlay');
    expect(await probe.ask('findmnt --noheadings --output FSTYPE,OPTIONS /run/rean/slot')).toMatch(
      /^squashfs\s+ro\b/,
    );
    const data = await probe.ask('findmnt --noheadings --output OPTIONS /var/lib/rean-station');
    expect(data).toContain('noatime');
    expect(data).toContain('data=ordered');
    expect(data).toContain('noexec');
    expect(await probe.ask('ls /boot/efi /var/log/journal')).toContain('No such file');
  });

  it('runs nobody’s program but the window’s as anybody but the system [IMG4]', async () => {
    const shown = await probe.ask('systemctl show -p User --value rean-kiosk');
    expect(shown).toBe('rean-kiosk');
    const owners = await probe.ask('ps -eo user:20=,comm= | grep -w rean | sort -u');
    expect(owners).toMatch(/^rean-kiosk\s/);
    expect(owners).not.toContain('root');
    expect(await probe.ask('passwd --status root')).toMatch(/^root L /);
    expect(await probe.ask('ps -eo comm= | grep -E "getty|login$" | grep -v systemd')).toBe('');
  });

  it('sees no stick, and hears no magic key [IMG4]', async () => {
    expect(await probe.ask('cat /proc/sys/kernel/sysrq')).toBe('0');
    expect(await probe.ask('modprobe -n -v usb_storage; lsmod | grep -c usb_storage')).toMatch(
      /0$/,
    );
    expect(await probe.ask('cat /proc/cmdline')).toContain('modprobe.blacklist=usb_storage,uas');
    expect(
      await probe.ask('wdctl /dev/watchdog0 | head -n 1; systemctl show -p RuntimeWatchdogUSec'),
    ).toContain('RuntimeWatchdogUSec=30s');
  });

  it('is as it was after every combination that opens something elsewhere [IMG4]', async () => {
    const state = () =>
      probe.ask(
        'cat /sys/class/tty/tty0/active /proc/sys/kernel/random/boot_id; pgrep -x Xorg; systemctl show -p MainPID,NRestarts rean-kiosk rean-xorg; systemctl list-jobs --no-legend; loginctl list-sessions --no-legend',
      );
    const before = await state();
    for (const keys of escapes) {
      await machine.press(...keys);
      await wait(150);
    }
    // What a key set going is under way by then, or the next question finds it.
    await wait(5_000);
    expect(await state()).toBe(before);
    expect(await showsScreen(machine)).toBe(true);
    await machine.photograph(join(pictures, 'station-after-escapes.png'));
    // Keys do arrive: one that may do something does.
    const rested = await pixelsOf(machine);
    await machine.press('tab');
    await vi.waitFor(async () => expect((await pixelsOf(machine)).equals(rested)).toBe(false));
  });
});

describe('the disk of a station', () => {
  let machine: Machine | undefined;
  afterEach(async () => machine?.stop());

  const mash = ['esc', 'c', 'e', 'shift', 'ret', 'f2', 'f8', 'f12', 'spc', 'down', 'tab', 'ctrl'];

  it('opens nothing to keys hit all the while it starts, with a BIOS [IMG4]', async () => {
    machine = await startMachine({ disk: stationDisk, memoryMiB: 2048 });
    const started = machine;
    let at = 0;
    const begun = performance.now();
    await untilScreen(started, async () => {
      for (let hits = 0; hits < 8; hits += 1) {
        await started.press(mash[at % mash.length] ?? 'esc');
        at += 1;
        await wait(90);
      }
    });
    await noteFigure('BIOS to first screen, s', Math.round((performance.now() - begun) / 1000));
    expect(await showsScreen(started)).toBe(true);
  });

  it('starts with UEFI [IMG3]', async () => {
    machine = await startMachine({
      disk: stationDisk,
      memoryMiB: 2048,
      firmware: '/usr/share/ovmf/OVMF.fd',
    });
    const begun = performance.now();
    await untilScreen(machine);
    await noteFigure('UEFI to first screen, s', Math.round((performance.now() - begun) / 1000));
    expect(await showsScreen(machine)).toBe(true);
  });
});
