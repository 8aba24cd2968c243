import { isReanError, ReanError } from '../../shared/errors.ts';
import type { ErrorFacts } from '../../shared/errors.ts';
import { diskErrorCode } from '../disk/node-disk.ts';

/** Node's codes for "no room": the disk is full, or this user's share of it. */
const fullCodes: readonly string[] = ['ENOSPC', 'EDQUOT'];

/** Whether an error is the disk's refusal for want of room. */
function isDiskFull(error: unknown): boolean {
  return fullCodes.includes(diskErrorCode(error) ?? '') || isReanError(error, 'store.full');
}

/** Gives a disk's error while working on a store its code: `store.full` or `store.unopenable`. */
function asStoreError(error: unknown, facts: ErrorFacts): unknown {
  if (isReanError(error)) return error;
  if (isDiskFull(error)) return new ReanError('store.full', facts, error);
  const detail = diskErrorCode(error);
  return detail === null ? error : new ReanError('store.unopenable', { ...facts, detail }, error);
}

/** Runs work on a store; what the disk refuses leaves as `store.full` or `store.unopenable`. */
export async function withStoreErrors<Result>(
  folder: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asStoreError(error, { folder });
  }
}
