import { spawn } from 'node:child_process';
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const image = join(import.meta.dirname, '../../build/image');

/** What of the system knows a stick: each stands for it with a folder, and notes that it was asked. */
const programs = {
  modprobe: ':',
  mount: '[ ! -e "$at/unmountable" ]',
  umount: '[ ! -e "$at/stuck" ]',
  blkid:
    'case "$*" in *TYPE*) cat "$at/type" ;; *UUID*) echo 1A2B-3C4D ;; *) cat "$at/label" ;; esac',
  blockdev: ':',
  df: 'echo Avail; cat "$at/room"',
  sync: '[ ! -e "$at/pulled" ]',
};

/** The image's own service for sticks, listening; of its PC only what a stick is there is made up. */
export interface StickService {
  /** Of its socket. */
  readonly address: string;
  /** Plugs in so many; each is a disk of its own. */
  plug(sticks: number): Promise<void>;
  /** What the one stick is like from now on. */
  is(what: 'pulled' | 'stuck' | 'unmountable' | 'read-only', so?: boolean): Promise<void>;
  has(what: 'type' | 'label' | 'room', word: string): Promise<void>;
  /** What stands for the stick. */
  readonly folder: string;
  /** Names of all files on it, hidden ones too. */
  files(): Promise<readonly string[]>;
  read(name: string): Promise<string>;
  /** The system's programs in the order they were asked, with their words. */
  asked(): Promise<readonly string[]>;
  /** Once the service of the last connection has ended. */
  ended(): Promise<void>;
  close(): Promise<void>;
}

/** Starts it with one stick plugged in: FAT, with room, called REAN. */
export async function stickService(): Promise<StickService> {
  const at = await mkdtemp(join(tmpdir(), 'rean-stick-'));
  const path = (...names: string[]) => join(at, ...names);
  for (const name of ['tools', 'bin', 'stick']) await mkdir(path(name));
  const scripts = ['root-screen/usr/lib/rean-image/stick', 'root/usr/lib/rean-image/usb-storage'];
  for (const script of scripts) {
    await copyFile(join(image, script), path('tools', script.split('/').at(-1) ?? ''));
  }
  for (const [name, work] of Object.entries(programs)) {
    const script = `#!/bin/sh\nat='${at}'\necho "${name} $*" >>"$at/asked"\n${work}\n`;
    await writeFile(path('bin', name), script);
    await chmod(path('bin', name), 0o755);
  }
  await writeFile(path('asked'), '');

  const running = new Set<Promise<void>>();
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    const service = spawn('sh', [path('tools', 'stick')], {
      stdio: [socket, socket, 'ignore'],
      env: {
        PATH: `${path('bin')}:${process.env['PATH'] ?? ''}`,
        REAN_SYS: path('sys'),
        REAN_STICK_LOCK: path('lock'),
        REAN_STICK_MOUNT: path('stick'),
      },
    });
    // The service has the connection: this process's own end of it is not wanted any more.
    socket.destroy();
    const over = new Promise<void>((resolve) => service.once('exit', () => resolve()));
    running.add(over);
  });
  await new Promise<void>((resolve) => server.listen(path('socket'), resolve));

  const plug = async (sticks: number) => {
    await rm(path('sys'), { recursive: true, force: true });
    for (let number = 1; number <= sticks; number += 1) {
      const port = path('sys', 'bus', 'usb', 'devices', `1-${number}:1.0`);
      const disk = join(port, 'host1', 'target1:0:0', '1:0:0:0', 'block', `sdx${number}`);
      await mkdir(disk, { recursive: true });
      await writeFile(join(port, 'bInterfaceClass'), '08\n');
      await writeFile(join(disk, 'size'), '15728640\n');
      await writeFile(join(disk, 'ro'), '0\n');
    }
  };
  const service: StickService = {
    address: path('socket'),
    folder: path('stick'),
    plug,
    async is(what, so = true) {
      const disk = path('sys/bus/usb/devices/1-1:1.0/host1/target1:0:0/1:0:0:0/block/sdx1/ro');
      if (what === 'read-only') await writeFile(disk, so ? '1\n' : '0\n');
      else if (so) await writeFile(path(what), '');
      else await rm(path(what), { force: true });
    },
    has: (what, word) => writeFile(path(what), `${word}\n`),
    files: async () =>
      (await readdir(path('stick'), { recursive: true })).toSorted((a, b) => (a < b ? -1 : 1)),
    read: (name) => readFile(path('stick', name), 'utf8'),
    asked: async () => (await readFile(path('asked'), 'utf8')).trim().split('\n'),
    async ended() {
      await Promise.all(running);
    },
    async close() {
      await service.ended();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await rm(at, { recursive: true });
    },
  };
  await plug(1);
  await service.has('type', 'vfat');
  await service.has('label', 'REAN');
  await service.has('room', '8000000000');
  return service;
}
