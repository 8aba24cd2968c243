/**
 * Left to itself, V8 lets garbage of a busy hub grow to two hundred megabytes before it is looked for:
 * taking events in leaves much of it, and an old PC has better use for the memory. In MB.
 */
const youngGeneration = '--max-semi-space-size=4';

/**
 * Begins this process anew with a small heap, under the same id: V8 takes a heap's limits when it
 * starts, and never later. Does not return then. Nothing is to be open or under way. Where a system
 * can't, and beside a parent that talks to this process, it goes on as it is.
 */
export function ensureSmallHeap(): void {
  const { execArgv, execPath, argv, connected } = process;
  if (execArgv.includes(youngGeneration) || connected) return;
  process.execve?.(execPath, [execPath, youngGeneration, ...execArgv, ...argv.slice(1)]);
}
