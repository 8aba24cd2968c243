import { createInterface } from 'node:readline';
import { lineLog } from '../../hub/line-log.ts';
import { openStation } from '../../station/station-service.ts';
import { holdFolder } from '../../station/machine/hold-folder.ts';
import { readStationConfig } from '../../station/config/read-station-config.ts';
import { ReanError } from '../../shared/errors.ts';
import { exitToRestart, powerFrom } from '../../sync/machine/power.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import { ownEnd, stopOnDefect, stopSignal } from '../hub/process-end.ts';
import { readAppVersion } from '../pack/app-version.ts';
import { openRobotLine } from './robot-line.ts';
import { tellStatus } from './tell-status.ts';

/**
 * Runs a station without a window until SIGTERM or SIGINT ([STN1]). Standard output gets JSON lines
 * (`station.ready`, then `station.status` at every move), standard error the log. Standard input is
 * a window's line, heard at a demo site only ([STN2]).
 */
export async function runStation(folder: string): Promise<void> {
  const clock = systemClock();
  const log = lineLog(clock, (line) => process.stderr.write(`${line}\n`));
  stopOnDefect((detail) => log.error('station.defect', { detail }));
  const { station, kind } = await readStationConfig(folder);
  if (!(await holdFolder(folder))) throw new ReanError('store.in-use', { path: folder });
  const appVersion = await readAppVersion(import.meta.dirname);
  const randomness = systemRandomness();
  const own = ownEnd();
  const power = powerFrom(process.env, own.power);
  const ports = { clock, randomness, power, log };
  const service = await openStation({ folder, appVersion, kiosk: false, ...ports });
  const stop = Promise.race([stopSignal(), own.asked]);
  const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
  print({ event: 'station.ready', station, kind, pid: process.pid });
  tellStatus(service, kind, print);
  // On another PC than its own it brings what it holds, and takes nothing ([FBT4]).
  if (service.elsewhere === null) {
    const robot = openRobotLine(service, kind, print);
    createInterface({ input: process.stdin }).on('line', (line) => robot.receive(line));
  }
  const signal = await stop;
  log.info('station.stopping', { signal });
  await service.close();
  log.info('station.stopped');
  // Whoever started us may still hold our standard input open, which would keep us here.
  process.exit(signal === 'restart' ? exitToRestart : 0);
}
