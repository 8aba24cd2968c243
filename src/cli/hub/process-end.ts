import type { Power } from '../../shared/ports.ts';
import { exits } from './failure-shape.ts';

/** How a hub's or station's process comes to its end. */

/** Resolves to the first signal that asks this process to stop. */
export function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => resolve(signal));
    }
  });
}

/**
 * Something went wrong where nothing should: better to stop than to go on half broken. systemd, or
 * the lab's launcher, starts it again; what was acknowledged is on disk.
 */
export function stopOnDefect(tell: (detail: string) => void): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
      process.exit(exits.software);
    });
  }
}

/** Where the PC is not ours, staff end this process alone ([PWR3]). */
export function ownEnd() {
  let end: (how: Parameters<Power['go']>[0]) => void = () => undefined;
  const asked = new Promise<Parameters<Power['go']>[0]>((resolve) => {
    end = resolve;
  });
  const power: Power = {
    go: (how) => {
      end(how);
      return Promise.resolve(null);
    },
  };
  return { power, asked };
}
