import { startHub } from '../../hub/server/start-hub.ts';
import type { Address } from '../../sync/transport/site-server.ts';
import { lineLog } from '../../hub/line-log.ts';
import { systemClock } from '../../sync/machine/system-ports.ts';
import type { ReanError } from '../../shared/errors.ts';
import { tellFailure } from './failure.ts';
import { readAppVersion } from '../pack/app-version.ts';

/** Something went wrong where nothing should: better to stop than to go on half broken. */
const softwareExit = 70;

/**
 * Runs a hub until SIGTERM or SIGINT. Standard output gets one line of JSON once stations can come,
 * standard error the log.
 */
export async function runHub(where: Address & { readonly folder: string }): Promise<void> {
  const log = lineLog(systemClock(), (line) => process.stderr.write(`${line}\n`));
  stopOnDefect((error) => log.error('hub.defect', { detail: describe(error) }));
  const version = await readAppVersion(import.meta.dirname);
  const started = await startHub({ ...where, version, log, onDamage: stopOnDamage });
  const { url } = started;
  const stop = stopSignal();
  console.log(JSON.stringify({ event: 'hub.ready', url, pid: process.pid }));
  log.info('hub.stopping', { signal: await stop });
  await started.close();
  log.info('hub.stopped');
  // Whoever started us may still hold our standard input open, which would keep us here.
  process.exit();
}

function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => resolve(signal));
    }
  });
}

/** systemd, or the lab's launcher, starts the hub again; what was acknowledged is on disk. */
function stopOnDefect(tell: (error: unknown) => void): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      tell(error);
      process.exit(softwareExit);
    });
  }
}

/** At once, before an answer that lacks something leaves the PC ([HUB12]). */
function stopOnDamage(damage: ReanError): void {
  const { sentence, exitCode } = tellFailure(damage);
  process.stderr.write(`${sentence}\n`);
  process.exit(exitCode);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
