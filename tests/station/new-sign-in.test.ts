import { filter, firstValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { dara, rightCode, sokha } from '../factories/desk-people.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { kioskWindow } from '../factories/station-window.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { testCost } from '../factories/verifier-cost.ts';
import { emptyLearnerState } from '../../src/domain/fold/fold-learner.ts';
import type { LearnerKeys } from '../../src/shared/contracts/keyring.ts';
import type { LearnerSecret } from '../../src/shared/contracts/sign-in.ts';
import { newestPepper } from '../../src/sync/identity/peppers.ts';
import { makeHandover } from '../../src/sync/identity/handover.ts';
import { hashSecret } from '../../src/sync/identity/verifier.ts';

const random = seededRandomness(20261122);
const number = '402917';
const pictures = { kind: 'pictures', code: ['moon', 'hen', 'drum', 'boat'] } as const;
const code = [...pictures.code];
const wrongNumber = '402971';

/** What a hub gives a learner who gets a new sign-in. */
async function renewed({ people }: Desk, secret: LearnerSecret): Promise<LearnerKeys> {
  const pepper = newestPepper(people.keyring);
  const verifier = { ...(await hashSecret(secret, pepper, random, testCost)), number: 2 };
  const handover = await makeHandover(secret, { learner: sokha, number, pepper }, random);
  const form = secret.kind === 'pin' ? { form: secret.kind } : {};
  return { learner: sokha, key: people.keyOf(sokha), verifier, ...form, handover };
}

async function resetDesk(secret: LearnerSecret = { kind: 'pictures', code }) {
  const desk = await stationDesk();
  desk.hub.pull();
  const window = kioskWindow(await desk.start());
  const keys = await renewed(desk, secret);
  const { keyring } = desk.people;
  const learners = keyring.learners.map((each) => (each.learner === sokha ? keys : each));
  await desk.takeKeyring({ ...keyring, learners });
  return { desk, window, id: keys.handover?.id ?? '' };
}

const wayOf = (window: KioskWindow) => window.observe('sign-in', { learner: sokha });
const until = <Value>(stream: Observable<Value>, holds: (value: Value) => boolean) =>
  firstValueFrom(stream.pipe(filter(holds)));
const open = (window: KioskWindow, typed = number, learner = sokha) =>
  window.call('handover.open', { learner, number: typed });
const signIn = (window: KioskWindow, typed: typeof code | readonly string[]) =>
  window.call('sitting.start', { learner: sokha, code: [...typed] as typeof code });
const typesOf = async (desk: Desk) => (await desk.recorded()).map(({ envelope }) => envelope.type);

describe('[SGN9] a new sign-in at a kiosk', { timeout: 30_000 }, () => {
  it('is shown to who types the officer’s number, and is over once it is used', async () => {
    const { desk, window, id } = await resetDesk();
    expect(await until(wayOf(window), ({ handover }) => handover)).toEqual({
      form: 'pictures',
      handover: true,
      unset: false,
    });
    expect(await open(window)).toEqual({ result: 'opened', secret: pictures, before: false });
    // Before it was used: the power may have gone, or somebody else may have looked.
    expect(await open(window)).toEqual({ result: 'opened', secret: pictures, before: true });
    expect(await signIn(window, code)).toEqual({ result: 'signed-in' });
    await until(wayOf(window), ({ handover }) => !handover);
    expect(await desk.recorded()).toMatchObject([
      { payload: { type: 'sign-in.shown', handover: id } },
      { payload: { type: 'sign-in.shown', handover: id } },
      { payload: { type: 'sign-in.renewed', handover: id } },
      { payload: { type: 'sitting.started' } },
    ]);
    await window.call('sitting.end', { reason: 'learner' });
    expect(await open(window)).toMatchObject({ result: 'wrong' });
  });

  it('says that it was shown before, where the station hears so from elsewhere', async () => {
    const { desk, window, id } = await resetDesk();
    await until(wayOf(window), ({ handover }) => handover);
    await desk.hub.putState({ ...emptyLearnerState(sokha), shown: [id] }, {});
    await expect.poll(() => open(window)).toMatchObject({ result: 'opened', before: true });
  });

  it('ends the one before at once, and is not shown while somebody sits there', async () => {
    const { window } = await resetDesk();
    expect(await signIn(window, rightCode)).toMatchObject({ result: 'wrong' });
    await window.call('sitting.start', { learner: dara, code: [...rightCode] });
    await expect(open(window)).rejects.toMatchObject({ code: 'permission.denied' });
  });

  it('[SGN3] [SGN8] lets nobody try numbers faster than codes, and counts both together', async () => {
    const { desk, window } = await resetDesk();
    expect(await open(window, wrongNumber)).toMatchObject({ result: 'wrong', waitMs: 0 });
    expect(await signIn(window, rightCode)).toMatchObject({ result: 'wrong', wrongTries: 2 });
    expect(await open(window, wrongNumber)).toMatchObject({ result: 'wrong', waitMs: 5_000 });
    expect(await open(window)).toMatchObject({ result: 'wait' });
    await expect
      .poll(() => typesOf(desk))
      .toEqual(['sign-in.failed', 'sign-in.failed', 'sign-in.failed']);
    desk.pass(5_000);
    expect(await open(window)).toMatchObject({ result: 'opened' });
    // The number was right: nobody waits before the pictures, and only they end the count.
    expect(await signIn(window, rightCode)).toMatchObject({ result: 'wrong', wrongTries: 4 });
  });

  it('is not shown where the station hears that it was used elsewhere', async () => {
    const { desk, window, id } = await resetDesk();
    await until(wayOf(window), ({ handover }) => handover);
    await desk.hub.putState({ ...emptyLearnerState(sokha), renewed: [id] }, {});
    await until(wayOf(window), ({ handover }) => !handover);
    expect(await open(window)).toMatchObject({ result: 'wrong' });
    expect(await signIn(window, code)).toEqual({ result: 'signed-in' });
    expect(await typesOf(desk)).not.toContain('sign-in.renewed');
  });

  it('[SGN2] says nothing of who has none', async () => {
    const { window } = await resetDesk();
    expect(await open(window, number, dara)).toMatchObject({ result: 'wrong' });
    const none = await firstValueFrom(window.observe('sign-in', { learner: dara }));
    expect(none).toEqual({ form: 'pictures', handover: false, unset: false });
  });

  it('[SGN10] is a PIN for whoever has one, and pictures open it no more than a wrong PIN', async () => {
    const { window } = await resetDesk({ kind: 'pin', digits: '40718' });
    expect(await until(wayOf(window), ({ handover }) => handover)).toMatchObject({ form: 'pin' });
    expect(await open(window)).toMatchObject({ secret: { kind: 'pin', digits: '40718' } });
    const pin = (digits: string) => window.call('sitting.start', { learner: sokha, pin: digits });
    expect(await pin('40781')).toMatchObject({ result: 'wrong' });
    expect(await signIn(window, code)).toMatchObject({ result: 'wrong' });
    expect(await pin('40718')).toEqual({ result: 'signed-in' });
  });
});
