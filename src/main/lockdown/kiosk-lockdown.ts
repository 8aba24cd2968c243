import type { Log } from '../../shared/ports.ts';
import type { LockdownStep } from './lock-down.ts';
import { keys, tools, zoom } from './page-steps.ts';
import { awake, bounds, displays, focus, open } from './window-steps.ts';

/**
 * What holds a person inside of a locked screen, in the order it is done. A supervisor's may show the system's window
 * that asks where a file is to lie, which takes the keys, and films on a second display.
 */
export function lockdownSteps(kind: 'kiosk' | 'supervisor', log: Log): readonly LockdownStep[] {
  const forAll = [awake, keys(log), zoom, tools(log), bounds, open];
  return kind === 'kiosk' ? [...forAll, focus, displays] : forAll;
}
