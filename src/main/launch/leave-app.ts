import { spawn } from 'node:child_process';
import { app } from 'electron';
import type { Leaving } from '../../shared/contracts/seat-order.ts';
import type { Log } from '../../shared/ports.ts';
import { exitCodes } from './exit-codes.ts';
import type { LaunchOptions } from './launch-options.ts';

/** Ends this app in order, as staff had it do; whoever launched it starts it anew, or it does so itself ([PWR3]). */
export function leaveApp(
  to: Leaving,
  { withParent }: Pick<LaunchOptions, 'withParent'>,
  log: Log,
): void {
  if (to === 'restart' && withParent) process.exitCode = exitCodes.restart;
  if (to === 'restart' && !withParent) startOnceOver(log);
  app.quit();
}

/** Waits until its input ends, which the kernel sees to as this process does, however it ends; then runs the rest. */
const onceOver = 'cat >/dev/null; exec "$@"';

/**
 * Has this app start again as it was started, once all of this process is gone and its folder free. Electron's own
 * `relaunch` waits for signals of its threads' ends, of which a second one ends who waits: some PCs stayed off.
 */
function startOnceOver(log: Log): void {
  const words = ['-c', onceOver, 'rean', process.execPath, ...process.argv.slice(1)];
  const next = spawn('/bin/sh', words, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  next.once('error', (error) => log.error('app.not-started-anew', { reason: error.message }));
  next.unref();
}
