import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { handoverSchema } from '../../shared/contracts/keyring.ts';
import type { LearnerSecret } from '../../shared/contracts/sign-in.ts';
import { learnerIdSchema } from '../../shared/ids.ts';
import { makeHandover, openHandover } from './handover.ts';

const random = seededRandomness(20261122);
const learner = learnerIdSchema.parse('ln-aaaaaaaaaaaa');
const pepper = Buffer.from(random.bytes(32)).toString('base64');
const secret: LearnerSecret = { kind: 'pictures', code: ['rice', 'fish', 'moon', 'drum'] };
const parts = { learner, number: '402917', pepper };
const making = makeHandover(secret, { ...parts, pepper: { name: null, secret: pepper } }, random);

describe('[SGN9] a handover', () => {
  it('opens with its number, and says nothing of what it holds in the clear', async () => {
    const handover = handoverSchema.parse(await making);
    expect(await openHandover(handover, parts, handover.verifier)).toEqual(secret);
    expect(JSON.stringify(handover)).not.toContain('moon');
  });

  it('opens with no other number, at no other site, and for no other learner', async () => {
    const handover = await making;
    const with_ = (over: Partial<typeof parts>) =>
      openHandover(handover, { ...parts, ...over }, handover.verifier);
    expect(await with_({ number: '402918' })).toBeNull();
    expect(await with_({ pepper: Buffer.alloc(32).toString('base64') })).toBeNull();
    const other = learnerIdSchema.parse('ln-bbbbbbbbbbbb');
    await expect(with_({ learner: other })).rejects.toMatchObject({ code: 'seal.broken' });
  });

  it('[SGN2] is worked on as much where there is none', async () => {
    const { verifier } = await making;
    expect(await openHandover(null, parts, verifier)).toBeNull();
  });
});
