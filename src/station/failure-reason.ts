import { isReanError } from '../shared/errors.ts';

/** What a log may say of a failure: its code, or its class. Messages may quote what people typed ([WIN10]). */
export function reasonOf(error: unknown): string {
  if (isReanError(error)) return error.code;
  return error instanceof Error ? error.name : typeof error;
}
