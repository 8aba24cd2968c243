import type { Command } from 'commander';
import { ensureSmallHeap } from './hub/small-heap.ts';
import { isHubRun, spelledOut } from './hub/spelled-out.ts';

/** As in sysexits.h. */
const wrongOptionExitCode = 78;

/** `rean`: everything a technician does with a site from a terminal. */
const words = spelledOut(process.argv);
// First of all: what is loaded before it is loaded twice.
if (isHubRun(words)) ensureSmallHeap();
const { rean } = await import('./commands.ts');
exitAsSysexits(rean);
await rean.parseAsync(words);

/** A word that no command knows is a wrong option, whoever finds it (docs/packs.md). */
function exitAsSysexits(command: Command): void {
  command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : wrongOptionExitCode));
  for (const one of command.commands) exitAsSysexits(one);
}
