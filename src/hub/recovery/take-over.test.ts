import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import { sealingKeyIdSchema } from '../../shared/contracts/documents/event.ts';
import {
  learnerAccountSchema,
  staffAccountSchema,
} from '../../shared/contracts/documents/directory.ts';
import { groupIdSchema, learnerIdSchema, stationIdSchema } from '../../shared/ids.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { sealLearnerAccount, sealStaffAccount } from '../../sync/envelope/sealed-documents.ts';
import { newSealingKey } from '../../sync/envelope/sealing.ts';
import { shutsOutWith } from './shut-out.ts';
import { takeOver } from './take-over.ts';

const random = seededRandomness(7);
const siteKey = newSealingKey(sealingKeyIdSchema.parse('site:site-aaaaaaaa:1'), random);
const learner = learnerIdSchema.parse('ln-aaaaaaaaaaaa');
const key = newSealingKey(sealingKeyIdSchema.parse(`learner:${learner}:1`), random);
const salt = Buffer.alloc(16).toString('base64');
const hash = Buffer.alloc(32).toString('base64');
const verifier = { algorithm: 'argon2id', salt, hash, memoryKiB: 1024, iterations: 2 } as const;
const shutsOut = shutsOutWith({ siteKey, learners: [{ learner, key, verifier }] });

const staff = (hubSeq: number, disabled: boolean): DirectoryDocument => {
  const said = { staff: 'of-aaaaaaaaaaaa', name: { km: 'ចាន់' }, role: 'officer', disabled };
  return sealStaffAccount(hubSeq, staffAccountSchema.parse(said), siteKey, random);
};

const account = (hubSeq: number, disabled: boolean): DirectoryDocument => {
  const tile = { picture: 'moon', colour: 'leaf' };
  const said = {
    learner,
    name: { km: 'សុខ' },
    group: 'gr-aaaaaaaa',
    tile,
    language: 'km',
    disabled,
  };
  return sealLearnerAccount(hubSeq, learnerAccountSchema.parse(said), key, random);
};

const group = (hubSeq: number, name: string): DirectoryDocument => ({
  _id: 'group:gr-aaaaaaaa',
  type: 'group',
  v: 1,
  hubSeq,
  group: groupIdSchema.parse('gr-aaaaaaaa'),
  name: { km: name },
  symbol: 'fish',
});

const station = (hubSeq: number, disabled: boolean): DirectoryDocument => ({
  _id: 'station:st-aaaaaaaa',
  type: 'station',
  v: 1,
  hubSeq,
  station: stationIdSchema.parse('st-aaaaaaaa'),
  name: { km: 'ទី' },
  kind: 'kiosk',
  signingKeys: {},
  seat: 1,
  disabled,
});

/** What a directory holds of one id after lost versions came in this order. */
function after(lost: readonly DirectoryDocument[], held: DirectoryDocument | null, here = false) {
  return lost.reduce((now, document) => {
    const present = { held: () => now, shutsOut, changedHere: () => here };
    return takeOver([document], present).taken[0] ?? now;
  }, held);
}

describe('[REC3] a document of a lost entry', () => {
  it('takes effect where it is later than what was restored, whoever brings it first', () => {
    const versions = fc.uniqueArray(fc.integer({ min: 2, max: 40 }), { minLength: 1 });
    fc.assert(
      fc.property(versions, fc.infiniteStream(fc.boolean()), (numbers, forked) => {
        const lost = numbers.map((number) => group(number, String(forked.next().value)));
        const one = after(lost, group(1, 'restored'));
        expect(after(lost.toReversed(), group(1, 'restored'))).toEqual(one);
        expect(one?.hubSeq).toBe(Math.max(...numbers));
      }),
      { seed: 5 },
    );
  });

  it('of the same number is chosen by its content, where two hubs went different ways', () => {
    const both = [group(7, 'a'), group(7, 'b')];
    expect(after(both, null)).toEqual(after(both.toReversed(), null));
  });

  it('does not undo what a person did at the restored hub, and is told of', () => {
    const present = { held: () => group(3, 'here'), shutsOut, changedHere: () => true };
    const lost = group(9, 'lost');
    expect(takeOver([lost], present)).toEqual({ taken: [], kept: [lost] });
  });

  it('shuts out whoever was shut out, and lets nobody in again', () => {
    expect(after([station(2, true)], station(5, false), true)).toEqual(station(2, true));
    expect(after([station(9, false)], station(5, true))).toEqual(station(5, true));
  });

  it('leaves a station all signing keys it ever had, whichever of its documents holds', () => {
    const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const signs = (...keys: readonly Buffer[]) =>
      Object.fromEntries(keys.map((key, at) => [String(at + 1), key.toString('base64')]));
    const restored = { ...station(5, false), signingKeys: signs(first) };
    const rekeyed = { ...station(9, false), signingKeys: signs(first, second) };
    const whole = { ...restored, signingKeys: signs(first, second) };
    const present = { held: () => restored, shutsOut, changedHere: () => true };
    expect(takeOver([rekeyed], present)).toEqual({ taken: [whole], kept: [rekeyed] });
    expect(after([{ ...restored, hubSeq: 7 }], { ...rekeyed, hubSeq: 6 })).toEqual({
      ...whole,
      hubSeq: 7,
    });
    expect(after([{ ...restored, hubSeq: 3 }], rekeyed)).toBe(rekeyed);
  });

  it('[STF2] ends an appointment for good, whatever else was changed of it at the restored hub', () => {
    const ended = staff(2, true);
    expect(after([ended], staff(5, false), true)).toBe(ended);
    expect(after([staff(9, false)], ended)).toBe(ended);
    expect(after([staff(9, false)], ended, true)).toBe(ended);
  });

  it('shuts a learner out who was changed here; else the later holds, as they may be let in again', () => {
    const [out, again] = [account(2, true), account(9, false)];
    expect(after([out], account(5, false), true)).toBe(out);
    expect(after([again], out, true)).toBe(out);
    expect(after([again], out)).toBe(again);
    expect(after([out, again], account(1, false))).toBe(again);
    expect(after([again, out], account(1, false))).toBe(again);
  });
});
