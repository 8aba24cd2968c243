import { startHub } from '../../hub/server/start-hub.ts';
import type { Address } from '../../sync/transport/site-server.ts';
import { lineLog } from '../../hub/line-log.ts';
import { netbootFrom } from '../../hub/netboot/netboot-door.ts';
import { useCouch } from '../../hub/migrate/use-couch.ts';
import type { CouchAccount } from '../../hub/store/choose-couch.ts';
import { powerFrom } from '../../sync/machine/power.ts';
import { serviceManagerFrom } from '../../sync/machine/service-manager.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import type { ReanError } from '../../shared/errors.ts';
import { tellFailure } from './failure.ts';
import { ownEnd, stopOnDefect, stopSignal } from './process-end.ts';
import { readAppVersion } from '../pack/app-version.ts';

/**
 * Runs a hub until SIGTERM or SIGINT. Standard output gets one line of JSON once stations can come,
 * standard error the log.
 */
export async function runHub(
  where: Address & { readonly folder: string },
  couch: CouchAccount | undefined,
): Promise<void> {
  const log = lineLog(systemClock(), (line) => process.stderr.write(`${line}\n`));
  stopOnDefect((detail) => log.error('hub.defect', { detail }));
  if (couch) {
    const say = (line: string) => log.info('hub.migrating', { line });
    const ports = { clock: systemClock(), random: systemRandomness() };
    await useCouch({ ...ports, folder: where.folder, to: couch, log, say });
  }
  const version = await readAppVersion(import.meta.dirname);
  const own = ownEnd();
  const power = powerFrom(process.env, own.power);
  const netboot = netbootFrom(process.env);
  const manager = serviceManagerFrom(process.env, log);
  const started = await startHub({
    ...where,
    version,
    log,
    power,
    netboot,
    onDamage: stopOnDamage,
  });
  const { url } = started;
  const stop = Promise.race([stopSignal(), own.asked]);
  console.log(JSON.stringify({ event: 'hub.ready', url, pid: process.pid }));
  await manager.ready(url);
  log.info('hub.stopping', { signal: await stop });
  await manager.stopping();
  await started.close();
  log.info('hub.stopped');
  // Whoever started us may still hold our standard input open, which would keep us here.
  process.exit();
}

/** At once, before an answer that lacks something leaves the PC ([HUB12]). */
function stopOnDamage(damage: ReanError): void {
  const { sentence, exitCode } = tellFailure(damage);
  process.stderr.write(`${sentence}\n`);
  process.exit(exitCode);
}
