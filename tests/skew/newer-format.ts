import * as z from 'zod';
import {
  eventDocumentSchema,
  eventPayloadSchema,
  eventTypeSchema,
} from '../../src/shared/contracts/documents/event.ts';
import { formatEventId } from '../../src/shared/event-id.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import { sittingIdSchema } from '../../src/shared/ids.ts';
import type { EventFormat } from '../../src/sync/envelope/event.ts';
import { seal } from '../../src/sync/envelope/sealing.ts';
import { readSigningKey, signValue } from '../../src/sync/envelope/signing.ts';
import type { HubLab } from '../factories/hub-lab.ts';
import type { TestStore } from '../factories/test-store.ts';
import { withRevision } from '../factories/test-store.ts';

/**
 * An app of some later year. It knows events of version 2, which have a mood; songs, a type of event
 * that came without a new version; and a hint asked for, which a help request may say.
 */
export const newerFormat: EventFormat = {
  document: z.union([
    eventDocumentSchema,
    eventDocumentSchema
      .extend({ v: z.literal(2), mood: z.string() })
      .transform(({ mood: _mood, ...document }) => ({ ...document, v: 1 as const })),
    eventDocumentSchema
      .extend({ type: z.literal('song.sung') })
      .transform((document) => ({ ...document, type: 'help.asked' as const })),
  ]),
  payload: z.union([
    eventPayloadSchema,
    z
      .strictObject({ type: z.literal('song.sung'), sitting: sittingIdSchema, song: z.string() })
      .transform(({ sitting }) => ({ type: 'help.asked' as const, sitting })),
    z
      .strictObject({ type: z.literal('help.asked'), sitting: sittingIdSchema, hint: z.string() })
      .transform(({ type, sitting }) => ({ type, sitting })),
  ]),
};

/** The app as it was before it recorded lock-outs of staff, and sign-ins that were shown. */
export const beforeLockOuts: EventFormat = {
  document: eventDocumentSchema.extend({
    type: eventTypeSchema.exclude(['sign-in.shown', 'staff.locked-out']),
  }),
  payload: eventPayloadSchema,
};

export interface NewerEvent {
  readonly seq: number;
  readonly learner: LearnerId;
  readonly type: string;
  readonly payload: object;
  /** Clear members beyond those of version 1, and another version. */
  readonly clear?: Readonly<Record<string, unknown>>;
}

/** An event as that app's station seals and signs it. */
export function newerEvent(lab: HubLab, store: TestStore, event: NewerEvent) {
  const { seq, learner, type, payload, clear = {} } = event;
  const { station, signingKey } = store.station;
  const key = lab.key(learner);
  const envelope = {
    _id: formatEventId({ station, store: store.id, seq }),
    v: 1,
    type,
    learner,
    lamport: seq,
    clock: { wallMs: 0, hubOffsetMs: null, labDay: { date: null, sure: false } },
    key: key.id,
    signer: `${station}:${signingKey.number}`,
    ...clear,
  };
  const unsigned = { ...envelope, sealed: seal(key, envelope, payload, lab.random) };
  const sig = signValue(unsigned, readSigningKey(signingKey.privateKey));
  return withRevision({ ...unsigned, sig });
}
