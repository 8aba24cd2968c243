import * as z from 'zod';
import type { Bridge, WindowRole } from '../../shared/contracts/ipc/contract.ts';
import { ReanError } from '../../shared/errors.ts';

const isFunction = (value: unknown) => typeof value === 'function';

const bridgeSchema = z.object({
  role: z.enum(['kiosk', 'supervisor']),
  send: z.custom<Bridge['send']>(isFunction),
  listen: z.custom<Bridge['listen']>(isFunction),
});

/**
 * The one object the preload puts into this window.
 * @throws ReanError `shape.invalid` if it is missing, and `permission.denied` if it is another window kind's.
 */
export function windowBridge(role: WindowRole): Bridge {
  const found: unknown = Reflect.get(globalThis, 'rean');
  const parsed = bridgeSchema.safeParse(found);
  if (!parsed.success) throw new ReanError('shape.invalid', { value: 'bridge' }, parsed.error);
  if (parsed.data.role !== role) throw new ReanError('permission.denied', { window: role });
  return parsed.data;
}
