import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { parseOwnPss, parsePss, parseStat, treeOf } from './process-table.ts';
import type { ProcessStat } from './process-table.ts';

/** Ticks a second in `/proc`: 100 on every Linux (USER_HZ). */
const ticksPerSecond = 100;

const goneSchema = z.object({ code: z.enum(['ENOENT', 'ESRCH']) });

/** A file of `/proc`; empty when its process has ended, as some do while they are listed. */
async function readText(pid: string, name: string): Promise<string> {
  try {
    return await readFile(join('/proc', pid, name), 'utf8');
  } catch (error) {
    if (goneSchema.safeParse(error).success) return '';
    throw error;
  }
}

async function readTree(root: number): Promise<readonly ProcessStat[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const texts = await Promise.all(pids.map((pid) => readText(pid, 'stat')));
  const table = texts.map(parseStat).filter((process) => process !== null);
  return treeOf(root, table);
}

/** Time a process and its descendants have spent on processors so far, ms. */
export async function processorMs(root: number): Promise<number> {
  const tree = await readTree(root);
  return (tree.reduce((sum, { ticks }) => sum + ticks, 0) * 1000) / ticksPerSecond;
}

/** The same of this process, with what descendants spent that have ended since it was started, ms. */
export async function processorMsWithEnded(): Promise<number> {
  const tree = await readTree(process.pid);
  const ticks = tree.reduce((sum, each) => sum + each.ticks + each.endedTicks, 0);
  return (ticks * 1000) / ticksPerSecond;
}

/**
 * Memory of a process and its descendants, bytes: the sum of their proportional set sizes, in which
 * memory they share counts once.
 *
 * @throws the system's error where one may not be looked at: a sum without it would be too small
 */
export async function proportionalBytes(root: number): Promise<number> {
  return sumOf(parsePss, await readSizes(root));
}

/** {@link proportionalBytes}, of those among them that were started with this word. */
export async function proportionalBytesOf(root: number, word: string): Promise<number> {
  const tree = await readTree(root);
  const texts = tree.map(async ({ pid }) => {
    // What Chromium forks writes its words down with spaces between.
    const words = (await readText(String(pid), 'cmdline')).split(/[\0 ]/u);
    return words.includes(word) ? readText(String(pid), 'smaps_rollup') : '';
  });
  return sumOf(parsePss, await Promise.all(texts));
}

/** {@link proportionalBytes}, and of it what is no file's. */
export async function memoryOf(
  root: number,
): Promise<{ readonly all: number; readonly own: number }> {
  const texts = await readSizes(root);
  return { all: sumOf(parsePss, texts), own: sumOf(parseOwnPss, texts) };
}

async function readSizes(root: number): Promise<readonly string[]> {
  const tree = await readTree(root);
  return Promise.all(tree.map(({ pid }) => readText(String(pid), 'smaps_rollup')));
}

function sumOf(parse: (text: string) => number | null, texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (parse(text) ?? 0), 0);
}
