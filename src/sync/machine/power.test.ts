import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isReanError } from '../../shared/errors.ts';
import { powerFrom, refusalOf, systemctlWords } from './power.ts';

const own = { go: () => Promise.resolve(null) };
const caught = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

it('[PWR3] touches no PC unless its image says so, and takes no other word for it', () => {
  for (const env of [{}, { REAN_POWER: 'app' }, { OTHER: 'machine' }]) {
    expect(powerFrom(env, own)).toBe(own);
  }
  expect(powerFrom({ REAN_POWER: 'machine' }, own)).not.toBe(own);
  for (const word of ['', 'yes', 'Machine', '/bin/true', 'machine; reboot']) {
    const error = caught(() => powerFrom({ REAN_POWER: word }, own));
    expect(isReanError(error, 'config.invalid')).toBe(true);
  }
});

it('[PWR3] asks the system in words that nothing of an order gets into', () => {
  expect(systemctlWords('restart')).toEqual(['--no-ask-password', 'reboot']);
  expect(systemctlWords('power-off')).toEqual(['--no-ask-password', 'poweroff']);
});

it('[PWR3] says why it did not happen: refused, not there, killed', async () => {
  const node = (script: string) => refusalOf(process.execPath, ['-e', script]);
  expect(await node('')).toBeNull();
  expect(await node("console.error('Access denied'); process.exit(1)")).toBe('Access denied');
  expect(await node('process.exit(3)')).toContain('Command failed');
  expect(await node("process.kill(process.pid, 'SIGKILL')")).toContain('Command failed');
  expect(await refusalOf(join(import.meta.dirname, 'nothing-here'), [])).toContain('ENOENT');
  // No shell reads them: what would be a command there is one word.
  expect(await refusalOf(process.execPath, ['-e', '', '; exit 1'])).toBeNull();
});
