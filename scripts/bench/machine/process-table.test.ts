import { describe, expect, it } from 'vitest';
import { parseOwnPss, parsePss, parseStat, treeOf } from './process-table.ts';

const stat = (pid: number, name: string, parent: number) =>
  `${pid} (${name}) S ${parent} 7 7 0 -1 4194560 100 0 0 0 12 30 5 6 20 0 9 0 55 1 2`;

describe('the table of processes', () => {
  it('has each with its parent and its time on a processor', () => {
    expect(parseStat(stat(42, 'electron', 7))).toEqual({
      pid: 42,
      parent: 7,
      ticks: 42,
      endedTicks: 11,
    });
  });

  it('is not misled by a process that calls itself something odd', () => {
    expect(parseStat(stat(42, 'a) S 1 (b', 7))).toMatchObject({ pid: 42, parent: 7 });
  });

  it('leaves out what is no line of it', () => {
    expect(parseStat('')).toBeNull();
  });

  it('gives a process with its children and theirs, and nobody else’s', () => {
    const table = [
      { pid: 4, parent: 3, ticks: 0, endedTicks: 0 },
      { pid: 1, parent: 0, ticks: 0, endedTicks: 0 },
      { pid: 2, parent: 1, ticks: 0, endedTicks: 0 },
      { pid: 3, parent: 2, ticks: 0, endedTicks: 0 },
      { pid: 9, parent: 1, ticks: 0, endedTicks: 0 },
    ];
    expect(treeOf(2, table).map(({ pid }) => pid)).toEqual([2, 3, 4]);
    expect(treeOf(77, table)).toEqual([]);
  });

  it('has the memory of a process in bytes', () => {
    expect(parsePss('00400000-7fff ---p 00000000 00:00 0 [rollup]\nRss:  9 kB\nPss:  4 kB\n')).toBe(
      4096,
    );
    expect(parsePss('')).toBeNull();
    expect(parseOwnPss('Pss:  4 kB\nPss_Dirty:  3 kB\nPss_Anon:  2 kB\n')).toBe(2048);
  });
});
