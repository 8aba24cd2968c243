import { ReanError } from '../../shared/errors.ts';
import type { Log } from '../../shared/ports.ts';

/** Takes a step back; called once. */
export type Revert = () => void;

/** One thing that keeps a person inside of the app. */
export interface LockdownStep {
  /** For logs and technicians: `keys`. */
  readonly name: string;
  /** Does it, for what is there and what comes. */
  perform(): Revert | Promise<Revert>;
}

export type StepState = 'waiting' | 'held' | 'failed' | 'reverted' | 'not-reverted';

/** How far each step is, in the order they are done. */
export type StepStates = ReadonlyMap<string, StepState>;

export interface Lockdown {
  readonly states: StepStates;
  /** Takes all steps back, the last one first; does nothing the second time. */
  revert(): void;
}

/**
 * Performs steps one by one ([LCK1]). When one fails, those that hold are taken back, the last one first: an app is locked
 * down or it is not, never by half.
 *
 * @throws ReanError `lockdown.failed`, naming the step
 */
export async function lockDown(steps: readonly LockdownStep[], log: Log): Promise<Lockdown> {
  const states = new Map<string, StepState>(steps.map(({ name }) => [name, 'waiting']));
  const held: { readonly name: string; readonly revert: Revert }[] = [];
  const note = (name: string, state: StepState, error?: unknown) => {
    states.set(name, state);
    if (error === undefined) log.info('lockdown.step', { step: name, state });
    else log.error('lockdown.step', { step: name, state, error });
  };
  const revert = () => {
    for (let last = held.pop(); last !== undefined; last = held.pop()) {
      try {
        last.revert();
        note(last.name, 'reverted');
      } catch (error) {
        // The others are taken back all the same.
        note(last.name, 'not-reverted', error);
      }
    }
  };
  for (const { name, perform } of steps) {
    try {
      held.push({ name, revert: await perform() });
      note(name, 'held');
    } catch (error) {
      note(name, 'failed', error);
      revert();
      throw new ReanError('lockdown.failed', { step: name }, error);
    }
  }
  return { states, revert };
}
