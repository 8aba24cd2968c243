import type { Log } from '../../shared/ports.ts';
import type { LaunchOptions } from '../launch/launch-options.ts';
import { bounds, displays } from './display-steps.ts';
import type { LockdownStep } from './lock-down.ts';
import { keys, tools, zoom } from './page-steps.ts';
import { awake, focus, open } from './window-steps.ts';

/**
 * What holds a person inside of a locked screen, in the order it is done. A supervisor's may show the system's window
 * that asks where a file is to lie, which takes the keys, and films on a second display. A whole lab on one PC, to try it, has
 * windows beside a kiosk's that want the keys, too.
 */
export function lockdownSteps(
  { kind, withParent }: Pick<LaunchOptions, 'kind' | 'withParent'>,
  log: Log,
): readonly LockdownStep[] {
  const forAll = [awake, keys(log), zoom, tools(log), bounds(kind), open];
  return kind === 'kiosk' && !withParent ? [...forAll, focus, displays] : forAll;
}
