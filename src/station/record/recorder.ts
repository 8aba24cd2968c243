import type { EventPayload, OpenedEvent } from '../../shared/contracts/documents/event.ts';
import { isReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { EventLog } from '../../sync/log/event-log.ts';
import type { NoticeBoard } from '../status/notice-board.ts';

/** Writes this station's own events. */
export interface Recorder {
  /**
   * Seals, signs and appends, all in one durable write ([EVT2]). `learner` is null for events about
   * nobody.
   * @throws ReanError `store.full`, `key.missing`, `store.closed`
   */
  record(
    learner: LearnerId | null,
    payloads: readonly EventPayload[],
  ): Promise<readonly OpenedEvent[]>;
  /** The same about several learners: all of it or none. */
  recordAbout(
    about: readonly { readonly learner: LearnerId; readonly payload: EventPayload }[],
  ): Promise<readonly OpenedEvent[]>;
}

/** Records into the event log, and says so while the disk has no room ([SIT4]). `folder` is for the technician. */
export function logRecorder(log: EventLog, notices: NoticeBoard, folder: string): Recorder {
  const append = async (events: Parameters<EventLog['appendAll']>[0]) => {
    try {
      const appended = await log.appendAll(events);
      notices.takeDown('store-full');
      return appended.map(({ opened }) => opened);
    } catch (error) {
      if (isReanError(error, 'store.full')) notices.put('store-full', folder);
      throw error;
    }
  };
  return {
    record: (learner, payloads) => append(payloads.map((payload) => ({ payload, learner }))),
    recordAbout: append,
  };
}
