/** One line of `/proc/<pid>/stat` (proc(5)). */
export interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  /** Time on a processor so far, in clock ticks. */
  readonly ticks: number;
  /** What its children that have ended, and theirs, had spent, in clock ticks. */
  readonly endedTicks: number;
}

/** Reads `/proc/<pid>/stat`; the name in it may hold spaces and brackets. Null when it can't be read. */
export function parseStat(text: string): ProcessStat | null {
  const end = text.lastIndexOf(')');
  const pid = Number.parseInt(text, 10);
  const fields = text.slice(end + 2).split(' ');
  // Counted from the field after the name: parent is the 4th of all, utime and stime 14th and 15th, then cutime and cstime.
  const parent = Number(fields[1]);
  const ticks = Number(fields[11]) + Number(fields[12]);
  const endedTicks = Number(fields[13]) + Number(fields[14]);
  const unread = end === -1 || [pid, parent, ticks, endedTicks].some(Number.isNaN);
  return unread ? null : { pid, parent, ticks, endedTicks };
}

/** A process and all that descend from it. */
export function treeOf(root: number, table: readonly ProcessStat[]): readonly ProcessStat[] {
  const tree = table.filter(({ pid }) => pid === root);
  // Grows while it is walked: children of children come in turn.
  for (const { pid } of tree) tree.push(...table.filter(({ parent }) => parent === pid));
  return tree;
}

/** Proportional set size in bytes from the text of `smaps_rollup`; null when it isn't there. */
export function parsePss(text: string): number | null {
  return parseSize(/^Pss:\s+(\d+) kB$/m, text);
}

/** The part of it that is no file's: the system can't take it back when it needs room. */
export function parseOwnPss(text: string): number | null {
  return parseSize(/^Pss_Anon:\s+(\d+) kB$/m, text);
}

function parseSize(line: RegExp, text: string): number | null {
  const [, kilobytes] = line.exec(text) ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
