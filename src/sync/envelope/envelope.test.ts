import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import { sealingKeyIdSchema } from '../../shared/contracts/documents/event.ts';
import type { EventDocument } from '../../shared/contracts/documents/event.ts';
import { keyringSchema } from '../../shared/contracts/keyring.ts';
import { isReanError } from '../../shared/errors.ts';
import type { Randomness } from '../../shared/ports.ts';
import { openEvent, sealEvent, verifyEvent } from './event.ts';
import { newSealingKey } from './sealing.ts';
import { rawPublicKey, readVerifyingKey } from './signing.ts';
import { unwrapKeyring, wrapKeyring } from './wrapping.ts';

const random: Randomness = { bytes: (length) => randomBytes(length), fraction: () => 0.5 };
const sealing = newSealingKey(sealingKeyIdSchema.parse(`learner:${ids.learner}:1`), random);
const other = newSealingKey(sealing.id, random);
const { privateKey: signing } = generateKeyPairSync('ed25519');
const publicKey = readVerifyingKey(rawPublicKey(signing));
const event = openedEvent(payloads.attempt('a', 'right'), { seq: 1 });
const made = () => sealEvent(event.envelope, event.payload, { sealing, signing }, random);

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (isReanError(error)) return error.code;
    throw error;
  }
  return 'no error';
}

describe('[EVT4] an event document', () => {
  it('opens to what was sealed, with the origin’s signature', () => {
    const document = made();
    expect(verifyEvent(document, publicKey)).toBe(true);
    expect(openEvent(document, sealing)).toEqual(event);
  });

  it('shows nothing of the answer without the key', () => {
    const document = made();
    expect(JSON.stringify(document)).not.toContain('chosen');
    expect(codeOf(() => openEvent(document, other))).toBe('seal.broken');
  });

  const changes: [string, (document: EventDocument) => EventDocument][] = [
    ['learner', (document) => ({ ...document, learner: ids.otherLearner })],
    ['order', (document) => ({ ...document, lamport: 99 })],
    ['clock', (document) => ({ ...document, clock: { ...document.clock, wallMs: 1 } })],
    ['payload', (document) => ({ ...document, sealed: made().sealed })],
  ];
  it.each(changes)('fails its signature when another %s is put in', (_what, change) => {
    expect(verifyEvent(change(made()), publicKey)).toBe(false);
  });

  it('binds the payload to its envelope even where the signature is the attacker’s own', () => {
    const moved = { ...made(), learner: ids.otherLearner };
    expect(codeOf(() => openEvent(moved, sealing))).toBe('seal.broken');
  });

  it('keeps every byte of the sealed payload', () => {
    const bytes = Buffer.from(made().sealed, 'base64');
    for (const index of [0, 12, bytes.length - 1]) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(index) ^ 1, index);
      const document = { ...made(), sealed: flipped.toString('base64') };
      expect(codeOf(() => openEvent(document, sealing))).toBe('seal.broken');
    }
  });
});

describe('[KEY1] a wrapped keyring', () => {
  const { privateKey: stationKey } = generateKeyPairSync('x25519');
  const keyring = keyringSchema.parse({
    v: 1,
    site: 'site-aaaaaaaa',
    siteKey: { ...sealing, id: 'site:site-aaaaaaaa:1' },
    pepper: sealing.secret,
    learners: [],
    staff: [],
  });
  const wrap = () => wrapKeyring(keyring, ids.station, rawPublicKey(stationKey), random);

  it('opens with the station’s key', () => {
    expect(unwrapKeyring(wrap(), stationKey)).toEqual(keyring);
  });

  it('opens with no other station’s key, and under no other station’s name', () => {
    const { privateKey: stranger } = generateKeyPairSync('x25519');
    expect(codeOf(() => unwrapKeyring(wrap(), stranger))).toBe('seal.broken');
    const renamed = { ...wrap(), station: ids.otherStation };
    expect(codeOf(() => unwrapKeyring(renamed, stationKey))).toBe('seal.broken');
  });
});
