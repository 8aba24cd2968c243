import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectWhenThere, openMonitor } from './qmp.ts';
import type { Monitor } from './qmp.ts';

export interface MachineOrder {
  /** The disk's image; what the guest writes is forgotten, and the image stays as it is. */
  readonly disk: string;
  /** The disk is a layer over an image (`layOver`), and what the guest writes stays in it. */
  readonly keeps?: boolean;
  /** The image of a stick that is plugged in. */
  readonly stick?: string;
  /** Kernel, initrd and words, where GRUB is to be passed over. */
  readonly kernel?: { readonly image: string; readonly initrd: string; readonly words: string };
  readonly memoryMiB: number;
  /** UEFI's own program; a BIOS otherwise. */
  readonly firmware?: string;
}

/** A PC in software. Slow: everything about it is waited for, nothing is timed. */
export interface Machine {
  readonly monitor: Monitor;
  /** Presses keys together, by QEMU's names of keys, and lets them go. */
  press(...keys: readonly string[]): Promise<void>;
  /** A PNG of what is on the screen. */
  photograph(file: string): Promise<void>;
  /** Its serial line. */
  readonly serialPath: string;
  /** How often it was started anew since. */
  readonly resets: () => number;
  stop(): Promise<void>;
}

/** `kvm` where a person asks for it; what is measured is measured in software. */
const acceleration = process.env['REAN_IMAGE_ACCEL'] ?? 'tcg,thread=multi';

export async function startMachine(order: MachineOrder): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'rean-machine-'));
  const child = spawn('qemu-system-x86_64', words(order, folder), { stdio: 'inherit' });
  const ended = endOf(child);
  const monitor = await openMonitor(join(folder, 'monitor'));
  return {
    monitor,
    resets: monitor.resets,
    serialPath: join(folder, 'serial'),
    press: async (...keys) => {
      const pressed = keys.map((data) => ({ type: 'qcode', data }));
      await monitor.ask('send-key', { keys: pressed, 'hold-time': 80 });
    },
    photograph: async (file) => {
      await monitor.ask('screendump', { filename: file, format: 'png' });
    },
    stop: async () => {
      // What is in its layer has to be whole for the next one; a machine that hangs is ended anyhow.
      const hung = setTimeout(() => child.kill('SIGKILL'), 20_000);
      monitor.quit();
      await ended;
      clearTimeout(hung);
      monitor.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code));
  });
}

function words(order: MachineOrder, folder: string): readonly string[] {
  const { disk, keeps = false, stick, kernel, memoryMiB, firmware } = order;
  const start =
    kernel === undefined
      ? []
      : ['-kernel', kernel.image, '-initrd', kernel.initrd, '-append', kernel.words];
  return [
    '-accel',
    acceleration,
    '-machine',
    'pc',
    '-cpu',
    // What Chromium needs, and nothing that software is slow at.
    'Nehalem',
    '-smp',
    '2',
    '-m',
    String(memoryMiB),
    '-vga',
    'std',
    '-display',
    'none',
    '-nodefaults',
    '-drive',
    keeps ? `file=${disk},format=qcow2,if=virtio` : `file=${disk},format=raw,if=virtio,snapshot=on`,
    '-qmp',
    `unix:${join(folder, 'monitor')},server=on,wait=off`,
    '-serial',
    `unix:${join(folder, 'serial')},server=on,wait=off`,
    '-netdev',
    'user,id=lan,restrict=on',
    '-device',
    'virtio-net-pci,netdev=lan',
    '-device',
    'i6300esb',
    '-watchdog-action',
    'reset',
    '-rtc',
    'base=utc',
    ...(firmware === undefined ? [] : ['-bios', firmware]),
    ...start,
    ...(stick === undefined ? [] : pluggedIn(stick)),
  ];
}

const pluggedIn = (stick: string) => [
  '-device',
  'qemu-xhci',
  '-drive',
  `if=none,id=stick,file=${stick},format=raw,readonly=on`,
  '-device',
  'usb-storage,drive=stick,removable=on',
];

/** The serial line of a machine, for whoever talks over it. */
export const serialOf = ({ serialPath }: Machine) => connectWhenThere(serialPath, 30_000);
