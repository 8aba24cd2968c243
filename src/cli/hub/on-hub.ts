import { resolve } from 'node:path';
import { runOnFolder } from '../../hub/control/run-on-folder.ts';
import type { HubCommand } from '../../hub/control/hub-command.ts';
import type { OpenHubOptions } from '../../hub/server/open-hub.ts';
import { lineLog } from '../../hub/line-log.ts';
import { systemClock } from '../../sync/machine/system-ports.ts';
import { readAppVersion } from '../pack/app-version.ts';

/**
 * Has a hub's command carried out on its folder, whether the hub runs or not ([CTL1]). What it says
 * on the way goes to standard output; Ctrl+C ends it where it can be ended.
 */
export async function onHub<Input, Output>(
  folder: string,
  command: HubCommand<Input, Output>,
  input: Input,
  ports: Pick<OpenHubOptions, 'clock' | 'random'> = {},
): Promise<Output> {
  const leave = new AbortController();
  const left = () => leave.abort();
  process.once('SIGINT', left);
  try {
    return await runOnFolder(resolve(folder), command, input, {
      ...ports,
      say: (line) => console.log(line),
      signal: leave.signal,
      version: await readAppVersion(import.meta.dirname),
      log: lineLog(systemClock(), (line) => process.stderr.write(`${line}\n`)),
    });
  } finally {
    process.off('SIGINT', left);
  }
}
