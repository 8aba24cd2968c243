import { throwError } from 'rxjs';
import { contracts } from '../../shared/contracts/ipc/contract.ts';
import type { WindowRole } from '../../shared/contracts/ipc/contract.ts';
import { ReanError } from '../../shared/errors.ts';
import type { BoundContract } from './binding.ts';

/** A contract all of whose parts are refused: a window of another kind than its station ([IPC1]). */
export function refusedContract(role: WindowRole): BoundContract {
  const denied = () => new ReanError('permission.denied', { window: role });
  const { commands, streams } = contracts[role];
  return {
    commands: new Map(Object.keys(commands).map((name) => [name, () => Promise.reject(denied())])),
    streams: new Map(Object.keys(streams).map((name) => [name, () => throwError(denied)])),
  };
}
