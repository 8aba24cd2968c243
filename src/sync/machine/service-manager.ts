import { execFile } from 'node:child_process';
import * as z from 'zod';
import { ReanError } from '../../shared/errors.ts';
import type { Log } from '../../shared/ports.ts';

/** systemd's own messenger: Node has no sockets of the kind that sd_notify(3) takes (ADR 65). */
const notifier = '/usr/bin/systemd-notify';
/** How long it may take to hand one message over, ms. */
const handsOverWithinMs = 10_000;

/** Says something to whoever started this process: lines as in sd_notify(3). Rejects where it can't. */
export type Notify = (lines: readonly string[]) => Promise<void>;

/** What looks after this process: it is told when we serve, that we live, and when we end ([DEB5]). */
export interface ServiceManager {
  /** From now on requests are served; tells it at each turn of its watchdog that this process still turns. */
  ready(status: string): Promise<void>;
  stopping(): Promise<void>;
}

const settingSchema = z.looseObject({
  NOTIFY_SOCKET: z.string().min(1).optional(),
  /** How long the process may be silent before it is ended and started anew, microseconds. */
  WATCHDOG_USEC: z.coerce.number().int().positive().optional(),
  /** Whom the watchdog is for, where it is not for whoever reads this. */
  WATCHDOG_PID: z.coerce.number().int().positive().optional(),
});

const nobody: ServiceManager = { ready: async () => undefined, stopping: async () => undefined };

/**
 * The service manager named by the environment (`NOTIFY_SOCKET`); one that is told nothing where there is none.
 * @throws ReanError `config.invalid` for settings that no service manager makes
 */
export function serviceManagerFrom(
  env: Readonly<Record<string, string | undefined>>,
  log: Pick<Log, 'warn'>,
  notify: Notify = systemdNotify,
): ServiceManager {
  const read = settingSchema.safeParse(env);
  if (!read.success) {
    const path = String(read.error.issues[0]?.path[0]);
    throw new ReanError('config.invalid', { path, at: 'environment' }, read.error);
  }
  const { NOTIFY_SOCKET, WATCHDOG_USEC, WATCHDOG_PID = process.pid } = read.data;
  if (NOTIFY_SOCKET === undefined) return nobody;
  const told: Notify = (lines) =>
    notify(lines).catch((error: unknown) => log.warn('service.unheard', { error: String(error) }));
  const everyMs =
    WATCHDOG_USEC === undefined || WATCHDOG_PID !== process.pid ? null : WATCHDOG_USEC / 3_000;
  return {
    ready: async (status) => {
      await told(['READY=1', `STATUS=${status}`]);
      if (everyMs !== null) keepTelling(told, everyMs);
    },
    stopping: () => told(['STOPPING=1']),
  };
}

/** From the loop that does all the work: where that hangs nothing is told, and the watchdog bites. */
function keepTelling(told: Notify, everyMs: number): void {
  let underWay = false;
  const turn = setInterval(() => {
    if (underWay) return;
    underWay = true;
    void told(['WATCHDOG=1']).finally(() => {
      underWay = false;
    });
  }, everyMs);
  // It says that the process lives, and is no reason for it to.
  turn.unref();
}

const systemdNotify: Notify = (lines) =>
  new Promise((resolve, reject) => {
    const options = { timeout: handsOverWithinMs, windowsHide: true };
    execFile(notifier, [...lines], options, (error) =>
      error === null ? resolve() : reject(error),
    );
  });
