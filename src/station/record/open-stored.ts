import { eventDocumentSchema } from '../../shared/contracts/documents/event.ts';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import type { Log } from '../../shared/ports.ts';
import { openEvent } from '../../sync/envelope/event.ts';
import type { StoredDocument } from '../../sync/store/storage.ts';
import { reasonOf } from '../failure-reason.ts';

/** An event as it lies on the disk, opened; none when it is newer than this app, or can't be opened. */
export function openStored(
  { _rev, ...document }: StoredDocument,
  key: SealingKey,
  logger: Log,
): OpenedEvent[] {
  try {
    const parsed = eventDocumentSchema.safeParse(document);
    return parsed.success ? [openEvent(parsed.data, key)] : [];
  } catch (error) {
    logger.error('events.not-opened', { reason: reasonOf(error) });
    return [];
  }
}
