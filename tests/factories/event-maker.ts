import { formatEventId } from '../../src/shared/event-id.ts';
import type { StoreId } from '../../src/shared/ids.ts';
import { makeEvent } from '../../src/sync/log/make-event.ts';
import type { EventMakerOptions } from '../../src/sync/log/make-event.ts';
import type { StoredDocument } from '../../src/sync/store/storage.ts';
import { helpAsked, testLearner } from './station-identity.ts';

const revision = `1-${'e'.repeat(32)}`;

/** Signed events of one store, by seq: the same document each time one is asked for. */
export function eventMaker(identity: EventMakerOptions, store: StoreId, learner = testLearner) {
  const made = new Map<number, StoredDocument>();
  return (seq: number): StoredDocument => {
    const held = made.get(seq);
    if (held) return held;
    const id = formatEventId({ station: identity.station, store, seq });
    const event = { payload: helpAsked, learner };
    const { document } = makeEvent(event, { id, lamport: seq }, identity);
    const stored = { ...document, _rev: revision };
    made.set(seq, stored);
    return stored;
  };
}
