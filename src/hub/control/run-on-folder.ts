import { setTimeout as wait } from 'node:timers/promises';
import { ReanError, isReanError } from '../../shared/errors.ts';
import { requireSite } from '../site/set-up-folder.ts';
import { openHub } from '../server/open-hub.ts';
import type { OpenHubOptions } from '../server/open-hub.ts';
import { askRunningHub } from './control-client.ts';
import type { CommandCall, HubCommand } from './hub-command.ts';

/** How long a hub that is about to listen, or to end, is waited for, ms. */
const patienceMs = 5000;
const pauseMs = 200;

/** A call, and what a hub opened for it needs. */
export type FolderCall = CommandCall & Omit<OpenHubOptions, 'folder'>;

/**
 * Has a command carried out on a hub's folder: by the hub that runs there, or, where none does, by
 * opening the folder for it ([CTL1]).
 * @throws ReanError `site.missing`, `config.invalid`, `store.in-use` while something else holds the
 * folder, whatever else opening it or the command throws
 */
export async function runOnFolder<Input, Output>(
  folder: string,
  command: HubCommand<Input, Output>,
  input: Input,
  call: FolderCall,
): Promise<Output> {
  await requireSite(folder);
  const until = performance.now() + patienceMs;
  for (;;) {
    const answered = await askRunningHub(folder, command, input, call);
    if (answered) return answered.output;
    try {
      return await runDirectly(folder, command, input, call);
    } catch (error) {
      if (!isReanError(error, 'store.in-use')) throw error;
      if (performance.now() >= until) throw busy(error);
      await wait(pauseMs);
    }
  }
}

async function runDirectly<Input, Output>(
  folder: string,
  command: HubCommand<Input, Output>,
  input: Input,
  call: FolderCall,
): Promise<Output> {
  const hub = await openHub({ ...call, folder });
  try {
    return await command.carryOut(hub.parts, input, call);
  } finally {
    await hub.close();
  }
}

/** Held, and not by a hub that listens: it is on its way up or down, or another command has it. */
function busy({ facts, cause }: ReanError): ReanError {
  return new ReanError('store.in-use', { ...facts, problem: 'busy' }, cause);
}
