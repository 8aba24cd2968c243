import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from './scratch-folder.ts';
import { takeSetUpLock } from './set-up-lock.ts';

const noWait = (): void => undefined;

describe('the set-up lock', () => {
  it('is held by one at a time; the next gets it on release, and is told that it waits', async () => {
    const folder = await scratchFolder();
    const order: string[] = [];
    const first = await takeSetUpLock(folder, noWait);
    const waits = Promise.withResolvers<void>();
    const second = takeSetUpLock(folder, waits.resolve).then((lock) => {
      order.push('second holds');
      return lock;
    });
    await waits.promise;
    order.push('first releases');
    await first.release();
    await (await second).release();
    expect(order).toEqual(['first releases', 'second holds']);
  });

  it('keeps apart the locks of different folders', async () => {
    const waited: string[] = [];
    const [one, other] = await Promise.all([
      takeSetUpLock(await scratchFolder(), () => waited.push('one')),
      takeSetUpLock(await scratchFolder(), () => waited.push('other')),
    ]);
    await Promise.all([one.release(), other.release()]);
    expect(waited).toEqual([]);
  });

  it('is free again when its holder is killed', async () => {
    const folder = await scratchFolder();
    const module = JSON.stringify(join(import.meta.dirname, 'set-up-lock.ts'));
    const holder = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { takeSetUpLock } = await import(${module});
         await takeSetUpLock(${JSON.stringify(folder)}, () => undefined);
         process.stdout.write('held');`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(holder.stdout, 'data');
    const waits = Promise.withResolvers<void>();
    const mine = takeSetUpLock(folder, waits.resolve);
    await waits.promise;
    holder.kill('SIGKILL');
    await (await mine).release();
    expect(holder.killed).toBe(true);
  });
});
