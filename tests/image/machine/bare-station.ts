import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { packageClosure } from '../../../scripts/packaging/package-closure.ts';
import { cpioOf } from '../../../src/imaging/run/cpio.ts';
import { shippedInitrd } from './built-image.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
/** What the station of the fixture needs of other people's code. */
const packages = [
  'leveldown',
  'pouchdb-core',
  'pouchdb-adapter-leveldb-core',
  'sodium-native',
  'zod',
  'canonicalize',
  'rxjs',
];
const loader = '/lib64/ld-linux-x86-64.so.2';

/** In the place of what the initrd does before it looks for a root; says what the station says. */
const script = `#!/bin/sh
exec >/dev/ttyS0 2>&1
for module in ext4 squashfs virtio_blk; do modprobe $module; done
until [ -b /dev/vda ] && [ -b /dev/vdb ]; do sleep 1; done
mkdir -p /station /data /tmp
mount -t squashfs -o ro /dev/vdb /station
mount -t ext4 -o data=ordered,commit=5,noatime,nosuid,nodev,noexec,errors=remount-ro /dev/vda /data
mkdir -p /data/db
cd /station
./lib/loader --library-path /station/lib ./node tests/fixtures/appending-station.ts /data/db 1
echo ended $?
sleep 1000
`;

/**
 * The image's kernel and initrd with a station behind them and nothing else: no slot, no screen. It
 * writes onto the first disk, mounted as a PC's data is, and has its program on the second.
 */
export async function makeBareStation(folder: string) {
  const program = join(folder, 'program.squashfs');
  await makeProgram(join(folder, 'program'), program);
  const { image, initrd } = await shippedInitrd();
  const planted = cpioOf([
    { path: 'scripts/init-premount/rean-station', bytes: Buffer.from(script) },
    {
      path: 'scripts/init-premount/ORDER',
      bytes: Buffer.from('/scripts/init-premount/rean-station "$@"\n'),
    },
  ]);
  const shipped = await readFile(initrd);
  const gap = Buffer.alloc((4 - (shipped.length % 4)) % 4);
  const whole = join(folder, 'initrd.img');
  await writeFile(whole, Buffer.concat([shipped, gap, planted]));
  return { program, kernel: { image, initrd: whole, words: 'quiet panic=10' } };
}

async function makeProgram(stage: string, squashfs: string): Promise<void> {
  await rm(stage, { recursive: true, force: true });
  await mkdir(join(stage, 'lib'), { recursive: true });
  const folders = [
    'src',
    'tests/factories',
    'tests/fixtures',
    ...(await packageClosure(root, packages)),
  ];
  for (const name of folders) {
    await mkdir(dirname(join(stage, name)), { recursive: true });
    await cp(join(root, name), join(stage, name), { recursive: true, dereference: true });
  }
  await cp(join(root, 'package.json'), join(stage, 'package.json'));
  const node = join(root, 'node_modules/node/bin/node');
  await cp(node, join(stage, 'node'), { dereference: true });
  const { stdout } = await run('ldd', [node]);
  const libraries = [...stdout.matchAll(/=> (\/\S+)/g)].map(([, path]) => path ?? '');
  for (const path of libraries) {
    await cp(path, join(stage, 'lib', path.slice(path.lastIndexOf('/') + 1)), {
      dereference: true,
    });
  }
  await cp(loader, join(stage, 'lib/loader'), { dereference: true });
  await rm(squashfs, { force: true });
  const plain = ['-noI', '-noD', '-noF', '-noX', '-no-progress', '-quiet'];
  await run('mksquashfs', [stage, squashfs, ...plain], { maxBuffer: 64 * 1024 ** 2 });
  await rm(stage, { recursive: true });
}
