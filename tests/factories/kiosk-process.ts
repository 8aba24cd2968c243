import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { contracts, replySchema } from '../../src/shared/contracts/ipc/contract.ts';
import type { Reply } from '../../src/shared/contracts/ipc/contract.ts';
import { createStationClient } from '../../src/renderer/bridge/station-client.ts';
import type { KioskWindow } from './station-window.ts';

const script = join(import.meta.dirname, '..', 'fixtures', 'station', 'station-process.ts');

/** A kiosk station in a process of its own, and its window; killed when the test is over. */
export async function startKioskProcess(
  folder: string,
): Promise<{ readonly child: ChildProcess; readonly window: KioskWindow }> {
  const child = fork(script, [folder], { serialization: 'advanced', execArgv: [] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  const window = createStationClient(contracts.kiosk, {
    role: 'kiosk',
    // Nobody hears what is sent to a process that is being killed.
    send: (request) => void (child.connected && child.send(request, () => undefined)),
    listen(onReply: (reply: Reply) => void) {
      const hear = (message: unknown) => {
        const reply = replySchema.safeParse(message);
        if (reply.success) onReply(reply.data);
      };
      child.on('message', hear);
      return () => void child.off('message', hear);
    },
  });
  return { child, window };
}
