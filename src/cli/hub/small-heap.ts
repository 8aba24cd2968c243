/**
 * Left to itself, V8 lets a busy hub's garbage grow to two hundred megabytes before it is looked for:
 * taking events in leaves much of it, and an old PC has better use for the memory. What is alive are
 * fifty. Sizes in MB; the old generation may grow by so many percent of what was alive.
 */
const smallHeap = ['--max-semi-space-size=16', '--heap-growing-percent=60'];

/**
 * What the C library keeps for threads that have asked for memory at the same time, of each of them;
 * and from how many bytes on a piece is given back to the system when it is done with: left to itself,
 * that goes up with the largest piece ever had, and what lies between them stays.
 */
const returned = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
};

/**
 * Begins this process anew with a small heap, under the same id: V8 takes a heap's limits when it
 * starts, and never later. Does not return then. Nothing is to be open or under way. Where a system
 * can't, and beside a parent that talks to this process, it goes on as it is.
 */
export function ensureSmallHeap(): void {
  const { execArgv, execPath, argv, connected } = process;
  if (smallHeap.every((flag) => execArgv.includes(flag)) || connected) return;
  const words = [execPath, ...smallHeap, ...execArgv, ...argv.slice(1)];
  process.execve?.(execPath, words, { ...process.env, ...returned });
}
