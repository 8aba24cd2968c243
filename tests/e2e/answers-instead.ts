import type { ElectronApplication } from 'playwright-core';
import { channels } from '../../src/shared/contracts/ipc/channels.ts';
import type { ErrorCode } from '../../src/shared/errors.ts';

/** What a window is told instead of what its station would say. */
type Told = { readonly error: ErrorCode } | { readonly value: unknown };

/**
 * Answers some questions of an app's windows in its station's place, by their names, until it is called
 * again: for screens of what hardly ever happens, and takes a broken disk or an empty site to see.
 */
export async function answerInstead(
  app: ElectronApplication,
  answers: Readonly<Record<string, Told>>,
): Promise<void> {
  await app.evaluate(
    ({ ipcMain }, { request, reply, told }) => {
      const known = process.env['ANSWERS_INSTEAD'] !== undefined;
      process.env['ANSWERS_INSTEAD'] = JSON.stringify(told);
      if (known) return;
      const usual = ipcMain.listeners(request);
      ipcMain.removeAllListeners(request);
      ipcMain.on(request, (event, message: { readonly id: number; readonly name?: string }) => {
        const all = JSON.parse(process.env['ANSWERS_INSTEAD'] ?? '{}');
        const own = message.name === undefined ? undefined : all[message.name];
        if (own === undefined) {
          for (const each of usual) Reflect.apply(each, ipcMain, [event, message]);
          return;
        }
        const { id } = message;
        const error = { code: own.error, facts: {} };
        const said =
          'error' in own ? { kind: 'error', id, error } : { kind: 'value', id, value: own.value };
        event.sender.send(reply, said);
      });
    },
    { ...channels, told: answers },
  );
}
