import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { openBenchStore } from '../content/bench-pack.ts';
import { pressBigPack } from '../content/big-pack.ts';
import type { BigPack } from '../content/big-pack.ts';
import { timeProgram } from '../machine/run-program.ts';
import type { Samples } from '../report/figure.ts';

/** What was written before must not be what the next one waits for. */
const settleDisk = () => timeProgram('sync', []);

async function timeInstall(bench: Bench, { file }: BigPack): Promise<number> {
  const store = join(bench.folder, 'install-store');
  await openBenchStore(bench, store);
  await settleDisk();
  const cli = join(bench.root, 'dist', 'cli', 'rean.js');
  const ms = await timeProgram(process.execPath, [cli, 'pack', 'install', file, '--into', store]);
  await rm(store, { recursive: true });
  return ms;
}

interface Copying {
  /** Sums and copies, as the system's programs make them, ms. */
  readonly copiedMs: number;
  /** The same until the copies are on the disk itself, as an install's are. */
  readonly durableMs: number;
}

async function timeCopying(bench: Bench, { sources }: BigPack): Promise<Copying> {
  const folder = join(bench.folder, 'install-copies');
  await mkdir(folder);
  await settleDisk();
  const summedMs = await timeProgram('sha256sum', sources);
  const copiedMs = summedMs + (await timeProgram('cp', [...sources, folder]));
  const durableMs = copiedMs + (await settleDisk());
  await rm(folder, { recursive: true });
  return { copiedMs, durableMs };
}

/** `rean pack install` of a large pack, beside the least that checking and copying its files can take. */
export async function measureInstall(bench: Bench): Promise<readonly Samples[]> {
  const pack = await pressBigPack(bench, 'install-pack');
  const speed = (ms: number) => pack.bytes / 1000 / ms;
  const measured: number[] = [];
  const copied: number[] = [];
  const durable: number[] = [];
  for (let run = 0; run < bench.runs; run += 1) {
    measured.push(speed(await timeInstall(bench, pack)));
    const copying = await timeCopying(bench, pack);
    copied.push(speed(copying.copiedMs));
    durable.push(speed(copying.durableMs));
  }
  await rm(join(bench.folder, 'install-pack'), { recursive: true });
  const title = `rean pack install of ${bench.megabytes} MB, from its start to its end`;
  const unit = 'MB/s';
  return [
    {
      name: 'install',
      title,
      unit,
      measured,
      baseline: { title: 'sha256sum and cp of the same files', samples: copied },
    },
    {
      name: 'install-durable',
      title: `${title}: all of it is on the disk then`,
      unit,
      measured,
      baseline: { title: 'sha256sum, cp and sync of the same files', samples: durable },
    },
  ];
}
