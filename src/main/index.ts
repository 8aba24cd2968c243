import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Menu, app } from 'electron';
import { asReanError, isReanError } from '../shared/errors.ts';
import { setChromiumSwitches } from './launch/chromium-switches.ts';
import { exitCodes } from './launch/exit-codes.ts';
import { holdFolder } from '../station/machine/hold-folder.ts';
import { ownWords, parseLaunchOptions } from './launch/launch-options.ts';
import type { LaunchOptions } from './launch/launch-options.ts';
import { openLogFile } from './launch/open-log.ts';
import { findRefusedSwitch } from './launch/refused-switches.ts';
import { lockdownSteps } from './lockdown/kiosk-lockdown.ts';
import { lockDown } from './lockdown/lock-down.ts';
import type { Lockdown } from './lockdown/lock-down.ts';
import { createJsonLog } from './log/json-log.ts';
import { registerSchemes } from './protocols/schemes.ts';
import { systemClock } from '../station/machine/system-ports.ts';
import { isStationFolder } from '../station/enrol/enrol-on-disk.ts';
import { isElsewhere } from '../station/machine/own-pc-on-disk.ts';
import { runElsewhere } from './elsewhere/run-elsewhere.ts';
import { enrolInWindow } from './enrol/enrol-window.ts';
import { explainAndQuit, runStationApp } from './station-app.ts';
import type { AppNeeds } from './station-app.ts';
import { guardContents } from './windows/guard-contents.ts';

const built = dirname(import.meta.dirname);

function readOptions(): LaunchOptions | null {
  const entries = new Set([import.meta.filename, app.getAppPath()]);
  const words = ownWords(process.argv, app.isPackaged, (word) => entries.has(resolve(word)));
  try {
    return parseLaunchOptions(words);
  } catch (error) {
    if (!isReanError(error)) throw error;
    process.stderr.write(`Rean cannot start: ${error.message}\n`);
    return null;
  }
}

/** Ends with the launcher: its end of our standard input closes however it dies ([RUN4]). */
function endWithParent(): void {
  process.stdin.once('end', () => app.quit());
  process.stdin.once('error', () => app.quit());
  process.stdin.resume();
}

async function start(options: LaunchOptions): Promise<void> {
  const writeLine = openLogFile(options.data, !app.isPackaged);
  const log = createJsonLog(writeLine, systemClock(), options.kind);
  const fatal = (event: string) => (error: unknown) => {
    log.error(event, { error });
    app.exit(exitCodes.software);
  };
  process.on('uncaughtException', fatal('app.uncaught'));
  process.on('unhandledRejection', fatal('app.unhandled'));
  app.on('web-contents-created', (_event, contents) => guardContents(contents, log));
  setChromiumSwitches(log);
  // The usual menu's keys would reload, close and open the developer's tools.
  Menu.setApplicationMenu(null);
  if (options.withParent) endWithParent();

  const { unopenable } = options;
  const held = unopenable !== undefined || (await holdFolder(options.data));
  log.info('app.started', { version: app.getVersion(), electron: process.versions.electron });
  // Not awaited at the top level: Electron is not ready before this module is done.
  await app.whenReady();
  let lockdown: Lockdown | null = null;
  try {
    if (options.kiosk) lockdown = await lockDown(lockdownSteps(options, log), log);
  } catch (error) {
    return explainAndQuit(asReanError(error), exitCodes.software, options, log);
  }
  if (unopenable !== undefined) {
    // The PC's disk is not as it should be: said for as long as that is so, and nothing is opened.
    const error = { code: 'store.unopenable', facts: { folder: unopenable } } as const;
    return explainAndQuit(error, exitCodes.data, options, log);
  }
  if (!held) {
    const error = { code: 'store.in-use', facts: { folder: options.data } } as const;
    return explainAndQuit(error, exitCodes.inUse, options, log);
  }
  return enrolAndRun({ options, built, writeLine, log, lockdown });
}

/** On a PC that is no station yet a person is asked for a one-time code first ([WIN11]). */
async function enrolAndRun(needs: AppNeeds): Promise<void> {
  const { options, log } = needs;
  const first = isStationFolder(options.data) ? null : await enrolInWindow(options, log);
  if (await isElsewhere(options.data)) await runElsewhere(needs);
  else await runStationApp(needs);
  first?.destroy();
}

function main(): void {
  const refused = app.isPackaged ? findRefusedSwitch(process.argv.slice(1)) : null;
  if (refused !== null) {
    process.stderr.write(`Rean does not start with the switch --${refused}.\n`);
    app.exit(exitCodes.refused);
    return;
  }
  const options = readOptions();
  if (options === null) {
    app.exit(app.isPackaged ? exitCodes.refused : exitCodes.usage);
    return;
  }
  if (!existsSync(options.data)) {
    process.stderr.write(`Rean cannot start: there is no folder ${options.data}.\n`);
    app.exit(exitCodes.usage);
    return;
  }
  app.setName('Rean');
  app.setPath('userData', join(options.data, 'window'));
  registerSchemes();
  void start(options);
}

main();
