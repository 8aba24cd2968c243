import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { sealingKeyIdSchema } from '../../src/shared/contracts/documents/event.ts';
import type { EventClock, EventPayload } from '../../src/shared/contracts/documents/event.ts';
import type { SealingKey } from '../../src/shared/contracts/keyring.ts';
import { ReanError } from '../../src/shared/errors.ts';
import { learnerIdSchema, sittingIdSchema, stationIdSchema } from '../../src/shared/ids.ts';
import type { LearnerId, StationId } from '../../src/shared/ids.ts';
import type { Randomness } from '../../src/shared/ports.ts';
import { newSealingKey } from '../../src/sync/envelope/sealing.ts';
import type { EventMakerOptions } from '../../src/sync/log/make-event.ts';

const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const siteKeyId = sealingKeyIdSchema.parse('site:site-abcdefgh:1');

export const testStation: StationId = stationIdSchema.parse('st-abcdefgh');
export const testLearner: LearnerId = learnerIdSchema.parse('ln-abcdefghjkmn');
export const testSitting = sittingIdSchema.parse('si-abcdefghjkmnpqrs');

/** An Ed25519 private key that the randomness decides. */
function signingKeyFrom(randomness: Randomness): KeyObject {
  const der = Buffer.concat([pkcs8Prefix, randomness.bytes(32)]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

/** What a station needs to record events: its keys, and one learner's key beside the site's. */
export function stationIdentity(
  randomness: Randomness,
  station: StationId = testStation,
): EventMakerOptions {
  const siteKey = newSealingKey(siteKeyId, randomness);
  const learnerKeyId = sealingKeyIdSchema.parse(`learner:${testLearner}:1`);
  const learnerKey = newSealingKey(learnerKeyId, randomness);
  const sealingKey = (learner: LearnerId | null): SealingKey => {
    if (learner === null) return siteKey;
    if (learner === testLearner) return learnerKey;
    throw new ReanError('key.missing', { learner });
  };
  const signing = { number: 1, privateKey: signingKeyFrom(randomness) };
  return { station, signing, sealingKey, now: () => testEventClock, randomness };
}

export const testEventClock: EventClock = {
  wallMs: 0,
  hubOffsetMs: null,
  labDay: { date: null, sure: false },
};

export const helpAsked: EventPayload = { type: 'help.asked', sitting: testSitting };
