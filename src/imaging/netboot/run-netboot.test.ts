import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { formatPublicKeyFile, mintSecretKey } from '../../content/minisign/keys.ts';
import { netbootMs } from '../../shared/contracts/netboot.ts';
import { formatInstallerManifest, formatManifest } from '../plan/image-manifest.ts';
import { hashOf } from '../run/file-bytes.ts';
import { writeSigned } from '../run/sign-file.ts';
import { runNetboot } from './run-netboot.ts';
import type { NetbootOrder } from './run-netboot.ts';

const key = mintSecretKey({
  bytes: (length) => new Uint8Array(randomBytes(length)),
  fraction: () => 0,
});
const boot = '0b7e7a9c-6f0e-4c0a-9d6e-2a2f4b1c9e10';
const sinceMs = 500_000;
const untilMs = sinceMs + netbootMs;
const here = { name: 'eth0', address: '127.0.0.1', netmask: '255.255.255.0' };

let folder: string;
let order: NetbootOrder;
let logged: (line: string) => void;

const asks = (request: object) =>
  writeFile(
    join(folder, 'open'),
    JSON.stringify({ v: 1, boot, untilMs, by: 'of-aaaaaaaaaaaa', ...request }),
  );
const told = async (): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, 'state', 'state.json'), 'utf8'));
const program = async (text: string) => {
  await writeFile(join(folder, 'dnsmasq'), `#!/bin/sh\n${text}\n`);
  await chmod(join(folder, 'dnsmasq'), 0o755);
};
const go = (stop = new AbortController().signal) => runNetboot(order, stop);
/** Once it serves. */
const serving = () =>
  new Promise<void>((resolve) => {
    logged = (line) => {
      if (line.startsWith('serving')) resolve();
    };
  });

async function makeFiles(to: string): Promise<void> {
  const about = { format: 1, version: '0.1.0', site: 'cem-1' } as const;
  const listed = async (name: string) => {
    await writeFile(join(to, name), name);
    return { name, bytes: name.length, sha256: await hashOf(join(to, name)) };
  };
  const files = [await listed('netboot-vmlinuz'), await listed('netboot-initrd.img')];
  const own = formatInstallerManifest({ ...about, kind: 'installer', files });
  await writeSigned(join(to, 'rean-installer.json'), own, 'trial', key);
  const slot = [await listed('rean-station.squashfs')];
  const list = formatManifest({ ...about, role: 'station', files: slot });
  await writeSigned(join(to, 'rean-station.json'), list, 'trial', key);
}

beforeEach(async () => {
  folder = await temporaryFolder();
  for (const name of ['state', 'files', 'ipxe']) await mkdir(join(folder, name));
  for (const name of ['undionly.kpxe', 'ipxe.efi']) await writeFile(join(folder, 'ipxe', name), '');
  await writeFile(join(folder, 'image.pub'), formatPublicKeyFile(key.publicKey));
  await makeFiles(join(folder, 'files'));
  await program('exec sleep 600');
  logged = () => undefined;
  order = {
    request: join(folder, 'open'),
    files: join(folder, 'files'),
    keyFile: join(folder, 'image.pub'),
    state: join(folder, 'state'),
    port: 0,
    lan: () => here,
    leases: null,
    dnsmasq: join(folder, 'dnsmasq'),
    ipxe: join(folder, 'ipxe'),
    clock: () => Promise.resolve({ boot, sinceMs }),
    log: (line) => logged(line),
  };
});

describe('[PXE1] the service that installs over the LAN', () => {
  it('serves until the hub asks for it no more', async () => {
    await asks({});
    const served = serving();
    const run = go();
    await served;
    await rm(join(folder, 'open'));
    await run;
    expect(await told()).toEqual({ v: 1, boot, untilMs, problem: null, pcs: 0 });
  });

  it('ends by itself when the time is over, though it is asked for still', async () => {
    await asks({ untilMs: sinceMs + 100 });
    await go();
    expect(await told()).toMatchObject({ problem: null });
  });

  it('ends when it is told to', async () => {
    await asks({});
    const stop = new AbortController();
    const served = serving();
    const run = go(stop.signal);
    await served;
    stop.abort();
    await run;
    expect(await told()).toMatchObject({ problem: null });
  });

  it.each([
    ['another start of the PC', { boot: '1b7e7a9c-6f0e-4c0a-9d6e-2a2f4b1c9e11' }],
    ['what is over', { untilMs: sinceMs }],
    ['longer than an hour', { untilMs: untilMs + 1 }],
    ['nobody', { by: 'root' }],
    ['more than there is to ask', { interface: 'eth1' }],
  ])('does nothing for %s', async (_, request) => {
    await asks(request);
    await go();
    await expect(told()).rejects.toThrow('ENOENT');
  });

  it('does nothing for what is no request at all', async () => {
    for (const hostile of ['', '{', 'null', 'x'.repeat(100_000)]) {
      await writeFile(join(folder, 'open'), hostile);
      await go();
    }
    await rm(join(folder, 'open'));
    await mkdir(join(folder, 'open'));
    await go();
    await expect(told()).rejects.toThrow('ENOENT');
  });

  it('says what keeps it from it', async () => {
    await asks({});
    const says = async (problem: string) => {
      await go();
      expect(await told()).toMatchObject({ problem });
    };
    await program('exit 1');
    await says('program-ended');
    await program('exec sleep 600');
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = z.object({ port: z.number() }).parse(holder.address());
    order = { ...order, port };
    await says('port-in-use');
    holder.close();
    order = { ...order, port: 0 };
    await writeFile(join(folder, 'files', 'rean-station.squashfs'), 'x');
    await says('files-changed');
    await rm(join(folder, 'files'), { recursive: true });
    await says('no-files');
    await rm(join(folder, 'dnsmasq'));
    await says('no-programs');
  });
});
