import { foldLearner } from '../../src/domain/fold/fold-learner.ts';
import type { EventPayload, OpenedEvent } from '../../src/shared/contracts/documents/event.ts';
import { seqOf, storeKeyOf } from '../../src/shared/event-id.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import { dara, deskGroup, otherDeskStation } from '../factories/desk-people.ts';
import { openedEvent } from '../factories/events.ts';
import type { Desk } from '../factories/station-desk.ts';

/** What the hub folds of other kiosks, and whom it says to be a peer tutor. */

export const today = '2026-11-23';

/** What the hub folded of somebody who sits at another kiosk. */
export async function folded(
  desk: Desk,
  learner: LearnerId,
  said: readonly EventPayload[],
  more: readonly OpenedEvent[] = [],
): Promise<void> {
  const at = { learner, station: otherDeskStation, date: today };
  const own = said.map((payload, index) => openedEvent(payload, { ...at, seq: index + 1 }));
  await put(desk, learner, [...own, ...more]);
}

/** The hub folded all of these of somebody. */
export async function put(
  desk: Desk,
  learner: LearnerId,
  events: readonly OpenedEvent[],
): Promise<void> {
  const stores = events.map(({ envelope: { _id } }) => [storeKeyOf(_id), seqOf(_id)] as const);
  await desk.hub.putState(foldLearner(learner, events), Object.fromEntries(stores));
}

/** Dara is a peer tutor of the group, or was until today. */
export function tutorDocument(is: boolean, group = deskGroup) {
  const from = { hubSeq: 5, day: today };
  const until = is ? null : { hubSeq: 60, day: today };
  const about = { learner: dara, group, from, until };
  return { _id: `tutor:${dara}`, type: 'tutor', v: 1, hubSeq: 50, ...about };
}
