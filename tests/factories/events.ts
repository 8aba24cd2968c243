import type { EventPayload, OpenedEvent } from '../../src/shared/contracts/documents/event.ts';
import { eventEnvelopeSchema } from '../../src/shared/contracts/documents/event.ts';
import type { Trained } from '../../src/shared/contracts/training.ts';
import { formatEventId } from '../../src/shared/event-id.ts';
import type { EventOrigin } from '../../src/shared/event-id.ts';
import {
  learnerIdSchema,
  packIdSchema,
  semverSchema,
  sittingIdSchema,
  stationIdSchema,
  storeIdSchema,
} from '../../src/shared/ids.ts';

/** Fixed ids that tests share: who and where does not matter to them. */
export const ids = {
  learner: learnerIdSchema.parse('ln-aaaaaaaaaaaa'),
  otherLearner: learnerIdSchema.parse('ln-bbbbbbbbbbbb'),
  station: stationIdSchema.parse('st-aaaaaaaa'),
  otherStation: stationIdSchema.parse('st-bbbbbbbb'),
  store: storeIdSchema.parse('00000000000000aa'),
  otherStore: storeIdSchema.parse('00000000000000bb'),
  sitting: sittingIdSchema.parse('si-aaaaaaaaaaaaaaaa'),
  otherSitting: sittingIdSchema.parse('si-bbbbbbbbbbbbbbbb'),
  pack: packIdSchema.parse('org.rean.test'),
  version: semverSchema.parse('1.0.0'),
  nextVersion: semverSchema.parse('1.1.0'),
} as const;

export interface EventAt {
  readonly seq: number;
  readonly lamport?: number;
  readonly station?: EventOrigin['station'];
  readonly store?: EventOrigin['store'];
  readonly learner?: typeof ids.learner;
  /** The lab day, `YYYY-MM-DD`; not known unless given. */
  readonly date?: string | null;
}

/** An opened event with the given payload; lamport is its seq unless given. */
export function openedEvent(payload: EventPayload, at: EventAt): OpenedEvent {
  const learner = at.learner ?? ids.learner;
  return {
    payload,
    envelope: eventEnvelopeSchema.parse({
      _id: formatEventId({
        station: at.station ?? ids.station,
        store: at.store ?? ids.store,
        seq: at.seq,
      }),
      v: 1,
      type: payload.type,
      learner,
      lamport: at.lamport ?? at.seq,
      clock: { wallMs: 0, hubOffsetMs: null, labDay: { date: at.date ?? null, sure: false } },
      key: `learner:${learner}:1`,
      signer: `${at.station ?? ids.station}:1`,
    }),
  };
}

const place = {
  sitting: ids.sitting,
  pack: ids.pack,
  version: ids.version,
  lesson: 'first',
  run: 1,
} as const;

/** Payloads of a usual sitting; override what the test is about. */
export const payloads = {
  started: (sitting = ids.sitting): EventPayload => ({
    type: 'sitting.started',
    sitting,
    language: 'km',
  }),
  ended: (sitting = ids.sitting): EventPayload => ({
    type: 'sitting.ended',
    sitting,
    reason: 'learner',
  }),
  opened: (over: { run?: number; total?: number } = {}): EventPayload => ({
    type: 'lesson.opened',
    ...place,
    total: 3,
    ...over,
  }),
  completed: (run = 1): EventPayload => ({ type: 'lesson.completed', ...place, run }),
  attempt: (
    item: string,
    outcome: 'right' | 'not-yet' | 'shown',
    over: { attempt?: number; run?: number; activeMs?: number; trains?: Trained } = {},
  ): EventPayload => ({
    type: 'attempt.recorded',
    ...place,
    activity: 'practise',
    item,
    response: { type: 'choice', chosen: ['a'] },
    outcome,
    attempt: 1,
    activeMs: 1000,
    ...over,
  }),
};
