import { describe, expect, it } from 'vitest';
import { createJsonLog } from '../log/json-log.ts';
import { lockDown } from './lock-down.ts';
import type { LockdownStep } from './lock-down.ts';
import { systemClock } from '../../station/machine/system-ports.ts';

function setUp() {
  const done: string[] = [];
  const lines: string[] = [];
  const log = createJsonLog((line) => lines.push(line), systemClock(), 'test');
  const step = (
    name: string,
    faults: { perform?: boolean; revert?: boolean } = {},
  ): LockdownStep => ({
    name,
    async perform() {
      await Promise.resolve();
      if (faults.perform === true) throw new Error(`no ${name}`);
      done.push(`do ${name}`);
      return () => {
        if (faults.revert === true) throw new Error(`${name} stays`);
        done.push(`undo ${name}`);
      };
    },
  });
  return { done, lines, log, step };
}

describe('lockDown', () => {
  it('[LCK1] performs steps in order and takes them back in reverse, once', async () => {
    const { done, log, step } = setUp();
    const lockdown = await lockDown([step('a'), step('b'), step('c')], log);
    expect([...lockdown.states]).toEqual([
      ['a', 'held'],
      ['b', 'held'],
      ['c', 'held'],
    ]);
    lockdown.revert();
    lockdown.revert();
    expect(done).toEqual(['do a', 'do b', 'do c', 'undo c', 'undo b', 'undo a']);
    expect([...lockdown.states.values()]).toEqual(['reverted', 'reverted', 'reverted']);
  });

  it('[LCK1] takes back what holds when a step fails, and names the step', async () => {
    const { done, log, step } = setUp();
    const steps = [step('a'), step('b'), step('c', { perform: true }), step('d')];
    await expect(lockDown(steps, log)).rejects.toMatchObject({
      code: 'lockdown.failed',
      facts: { step: 'c' },
    });
    expect(done).toEqual(['do a', 'do b', 'undo b', 'undo a']);
  });

  it('[LCK1] takes back the others where one does not go, and tells which', async () => {
    const { done, lines, log, step } = setUp();
    const lockdown = await lockDown([step('a'), step('b', { revert: true }), step('c')], log);
    lockdown.revert();
    expect(done.slice(3)).toEqual(['undo c', 'undo a']);
    expect(lockdown.states.get('b')).toBe('not-reverted');
    expect(lines.join('')).toContain('"step":"b","state":"not-reverted"');
  });
});
