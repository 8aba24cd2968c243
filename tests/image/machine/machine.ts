import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectWhenThere, openMonitor } from './qmp.ts';
import type { Monitor } from './qmp.ts';

export interface MachineOrder {
  /** The disk's image; what the guest writes is forgotten, and the image stays as it is. Null for none. */
  readonly disk: string | null;
  /** The disk is a layer over an image (`layOver`), and what the guest writes stays in it. */
  readonly keeps?: boolean;
  /** A raw disk, and the file that every write and flush of it is noted in (`LoggedWrites`). */
  readonly logged?: { readonly disk: string; readonly log: string };
  /** A further disk, as above. */
  readonly secondDisk?: string;
  /** The image of a stick that is plugged in, and started from where there is no kernel. */
  readonly stick?: string;
  /** The stick's image is a layer over one, as a disk's. */
  readonly stickIsLayer?: boolean;
  /** Kernel, initrd and words, where GRUB is to be passed over. */
  readonly kernel?: { readonly image: string; readonly initrd: string; readonly words: string };
  readonly memoryMiB: number;
  /** A port of this PC that leads to one of the guest's; its network is the address's, without anything else in it. */
  readonly forward?: { readonly port: number; readonly address: string; readonly to: number };
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
  /** Takes the stick out. */
  unplug(): Promise<void>;
  /** The power goes: nothing is written any more that was not. */
  cut(): Promise<void>;
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
    unplug: async () => {
      await monitor.ask('device_del', { id: 'plugged' });
    },
    cut: async () => {
      child.kill('SIGKILL');
      await ended;
      monitor.close();
      await rm(folder, { recursive: true, force: true });
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
  const { disk, secondDisk, kernel, memoryMiB, firmware } = order;
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
    ...[disk, secondDisk].flatMap((one) => built(one ?? null, order.keeps ?? false)),
    ...notedIn(order),
    '-qmp',
    `unix:${join(folder, 'monitor')},server=on,wait=off`,
    '-serial',
    `unix:${join(folder, 'serial')},server=on,wait=off`,
    '-netdev',
    `user,id=lan,restrict=on${forwarded(order)}`,
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
    ...pluggedIn(order),
  ];
}

/** A disk that is built in. */
function built(disk: string | null, keeps: boolean): readonly string[] {
  if (disk === null) return [];
  const how = keeps ? 'format=qcow2,if=virtio' : 'format=raw,if=virtio,snapshot=on';
  return ['-drive', `file=${disk},${how}`];
}

function forwarded({ forward }: MachineOrder): string {
  if (forward === undefined) return '';
  const { port, address, to } = forward;
  const [network, host, names] = ['0/24', '2', '3'].map((end) => address.replace(/\d+$/, end));
  return `,net=${network},host=${host},dns=${names},hostfwd=tcp:127.0.0.1:${port}-${address}:${to}`;
}

function notedIn({ logged }: MachineOrder): readonly string[] {
  if (logged === undefined) return [];
  const files = `file.driver=file,file.filename=${logged.disk},log.driver=file,log.filename=${logged.log}`;
  const node = `driver=blklogwrites,node-name=noted,${files},log-sector-size=512`;
  return ['-blockdev', node, '-device', 'virtio-blk-pci,drive=noted'];
}

function pluggedIn({ stick, stickIsLayer = false, kernel }: MachineOrder): readonly string[] {
  if (stick === undefined) return [];
  const format = stickIsLayer ? 'qcow2' : 'raw';
  const first = kernel === undefined ? ',bootindex=0' : '';
  return [
    '-device',
    'qemu-xhci',
    '-drive',
    `if=none,id=stick,file=${stick},format=${format},readonly=on`,
    '-device',
    `usb-storage,id=plugged,drive=stick,removable=on${first}`,
  ];
}

/** The serial line of a machine, for whoever talks over it. */
export const serialOf = ({ serialPath }: Machine) => connectWhenThere(serialPath, 30_000);
