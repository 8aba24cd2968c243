import { app } from 'electron';
import type { Log } from '../../shared/ports.ts';

/** Chromium's own calls home; there is nowhere to call, and nothing may try ([WIN5]). */
const quiet = [
  'disable-background-networking',
  'disable-breakpad',
  'disable-component-update',
  'disable-domain-reliability',
  'no-pings',
];

/**
 * Sets what must be set before Electron is ready.
 *
 * The sandbox is on for every process, unless the command line switched it off, as root needs:
 * Electron would then drop that switch again and every child process would die at once.
 */
export function setChromiumSwitches(log: Log): void {
  for (const name of quiet) app.commandLine.appendSwitch(name);
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  if (app.commandLine.hasSwitch('no-sandbox')) log.warn('sandbox.off', { root: isRoot() });
  else app.enableSandbox();
}

const isRoot = () => process.getuid?.() === 0;
