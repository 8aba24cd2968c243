import type { BrowserWindow } from 'electron';
import {
  appCommands,
  kioskContract,
  supervisorContract,
} from '../../shared/contracts/ipc/contract.ts';
import type {
  AppCommand,
  CommandInput,
  CommandName,
  CommandOutput,
  KioskAppCommand,
  Reply,
  Request,
  WindowRole,
} from '../../shared/contracts/ipc/contract.ts';
import { asReanError } from '../../shared/errors.ts';
import type { Log } from '../../shared/ports.ts';

type Answering<Role extends WindowRole, Names extends CommandName<Role>> = {
  readonly [Name in Names]: (
    window: BrowserWindow,
    input: CommandInput<Role, Name>,
  ) => Promise<CommandOutput<Role, Name>>;
};

/** What windows ask of the app itself, and not of the station ([PRN1], [LOK4]). */
export type AppAnswers = Answering<'kiosk', KioskAppCommand> &
  Answering<'supervisor', Exclude<AppCommand, KioskAppCommand>>;

export type AppRequest = Extract<Request, { kind: 'command' }> & { readonly name: AppCommand };

export function isForApp(request: Request): request is AppRequest {
  return request.kind === 'command' && appCommands.some((name) => name === request.name);
}

/** Never rejects: what failed is told by its code. */
export async function answerByApp(
  app: AppAnswers,
  window: BrowserWindow,
  { id, name, input }: AppRequest,
  log: Log,
): Promise<Reply> {
  try {
    const value = await answerTo(app, window, name, input);
    return { kind: 'value', id, value };
  } catch (error) {
    const { code, facts } = asReanError(error);
    log.warn('app.refused', { name, code });
    return { kind: 'error', id, error: { code, facts } };
  }
}

/** One line each, as a command found by its name alone would take any command's input. */
function answerTo(
  app: AppAnswers,
  window: BrowserWindow,
  name: AppCommand,
  input: unknown,
): Promise<unknown> {
  const { commands } = supervisorContract;
  switch (name) {
    case 'look.capture':
      return app[name](window, kioskContract.commands[name].input.parse(input));
    case 'self-test.escape':
      return app[name](window, kioskContract.commands[name].input.parse(input));
    case 'page.save':
      return app[name](window, commands[name].input.parse(input));
    case 'page.pdf':
      return app[name](window, commands[name].input.parse(input));
    case 'file.open':
      return app[name](window, commands[name].input.parse(input));
    case 'screen.open':
      return app[name](window, commands[name].input.parse(input));
    case 'screen.close':
      return app[name](window, commands[name].input.parse(input));
    case 'window.hold':
      return app[name](window, commands[name].input.parse(input));
    case 'window.release':
      return app[name](window, commands[name].input.parse(input));
    case 'file.save':
      return app[name](window, commands[name].input.parse(input));
  }
}
