import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { isWhole, startAgain } from '../power-cut/start-again.ts';
import type { Found } from '../power-cut/start-again.ts';
import { makeBareStation } from './machine/bare-station.ts';
import { imageFolder, noteFigure } from './machine/built-image.ts';
import { LoggedWrites } from './machine/logged-writes.ts';
import { serialOf, startMachine } from './machine/machine.ts';
import { linesOf } from './machine/qmp.ts';

const run = promisify(execFile);
const seed = 20261123;
const cuts = 100;
/** How many answers the station gives before the log is looked at. */
const answers = 400;
const folder = join(imageFolder, 'power-cut');
const disk = join(folder, 'data.img');
const log = join(folder, 'writes.log');
const diskBytes = 48 * 1024 ** 2;

interface Answer {
  readonly seq: number;
  /** How long the log was when it was heard of: what it rests on is before that. */
  readonly logBytes: number;
}

/** Runs a station on a disk whose every write is noted, until it has answered enough. */
async function live(): Promise<readonly Answer[]> {
  const { kernel, program } = await makeBareStation(folder);
  await writeFile(log, '');
  const machine = await startMachine({
    disk: null,
    logged: { disk, log },
    secondDisk: program,
    kernel,
    memoryMiB: 1024,
  });
  try {
    const heard: Answer[] = [];
    const said: string[] = [];
    const socket = await serialOf(machine);
    await new Promise<void>((resolve, reject) => {
      linesOf(socket, (line) => {
        said.push(line);
        if (line.startsWith('ended')) reject(new Error(said.slice(-20).join('\n')));
        if (!/^\d+\r?$/.test(line)) return;
        heard.push({ seq: Number(line), logBytes: statSync(log).size });
        if (heard.length === answers) resolve();
      });
    });
    socket.destroy();
    return heard;
  } finally {
    await machine.cut();
  }
}

/** What a station finds on the disk that a cut left, with its journal played as a kernel does it. */
async function findAfter(bytes: Buffer, name: string): Promise<Found> {
  const image = join(folder, 'cut.img');
  const target = join(folder, name);
  await mkdir(target, { recursive: true });
  await writeFile(image, bytes);
  // It says by 1 that it played the journal.
  await run('e2fsck', ['-p', '-E', 'journal_only', image]).catch(() => undefined);
  await run('debugfs', ['-R', `rdump /db ${target}`, image]);
  await mkdir(join(target, 'db'), { recursive: true });
  try {
    return await startAgain(join(target, 'db'));
  } finally {
    await rm(target, { recursive: true });
  }
}

describe('a PC whose power is cut while a station answers', () => {
  let heard: readonly Answer[];
  let base: Buffer;
  let writes: LoggedWrites;

  beforeAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const handle = await open(disk, 'w');
    await handle.truncate(diskBytes);
    await handle.close();
    await run('mke2fs', ['-q', '-F', '-t', 'ext4', '-E', 'lazy_itable_init=0', disk]);
    base = await readFile(disk);
    const begun = performance.now();
    heard = await live();
    await noteFigure(
      `a bare station's first ${answers} answers, s`,
      Math.round((performance.now() - begun) / 1000),
    );
    writes = await LoggedWrites.read(log);
  });
  afterAll(async () => {
    await writes.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Cuts at any time of its life, each with what was answered by then. */
  const wanted = (count: number) => {
    const randomness = seededRandomness(seed);
    return Array.from({ length: count }, () => {
      const after = 1 + Math.floor(randomness.fraction() * writes.entries.length);
      const reached = writes.entries[after - 1]?.end ?? 0;
      const answered = heard.filter(({ logBytes }) => logBytes <= reached);
      return { after, answered: Math.max(0, ...answered.map(({ seq }) => seq)) };
    });
  };
  const findAll = async (count: number, flushesCount: boolean) => {
    const randomness = seededRandomness(seed + 1);
    const found = [];
    for (const [index, cut] of wanted(count).entries()) {
      const bytes = Buffer.from(base);
      await writes.cut(bytes, cut.after, randomness, flushesCount);
      found.push({ ...cut, found: await findAfter(bytes, `cut-${index}`) });
    }
    return found;
  };

  it(`has all it answered at ${cuts} moments, on ext4 as the image mounts it [EVT2] [IMG3]`, async () => {
    expect(Math.max(...wanted(cuts).map(({ answered }) => answered))).toBeGreaterThan(answers / 2);
    const begun = performance.now();
    const found = await findAll(cuts, true);
    await noteFigure(
      `${cuts} power cuts looked at, s`,
      Math.round((performance.now() - begun) / 1000),
    );
    expect(found.filter((each) => !isWhole(each.found, each.answered))).toEqual([]);
  });

  it('loses answers on a disk that only says it flushes: else nothing would be proved', async () => {
    const lied = await findAll(30, false);
    const lost = lied.filter((each) => !isWhole(each.found, each.answered));
    await noteFigure('of 30 cuts of a disk that ignores flushes, not whole', lost.length);
    expect(lost.length).toBeGreaterThan(5);
  });
});
