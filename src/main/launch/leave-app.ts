import { app } from 'electron';
import type { Leaving } from '../../shared/contracts/seat-order.ts';
import { exitCodes } from './exit-codes.ts';
import type { LaunchOptions } from './launch-options.ts';

/** Ends this app in order, as staff had it do; whoever launched it starts it anew, or it does so itself ([PWR3]). */
export function leaveApp(to: Leaving, { withParent }: Pick<LaunchOptions, 'withParent'>): void {
  if (to === 'restart' && withParent) process.exitCode = exitCodes.restart;
  if (to === 'restart' && !withParent) app.relaunch();
  app.quit();
}
