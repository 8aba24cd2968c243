import { EMPTY } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { ids } from '../../../tests/factories/events.ts';
import type { Verifier } from '../../shared/contracts/keyring.ts';
import type { TryAnswer, TryRequest } from '../../shared/contracts/try-api.ts';
import { ReanError } from '../../shared/errors.ts';
import type { HubSilence } from './hub-tries.ts';
import { createSecretCheck } from './secret-check.ts';
import type { Try } from './secret-check.ts';
import type { SavedTries } from './throttle.ts';

const verifier: Verifier = {
  algorithm: 'argon2id',
  salt: 'c2FsdHNhbHRzYWx0c2FsdA==',
  hash: 'aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g=',
  memoryKiB: 64,
  iterations: 1,
};

const secret = { kind: 'pictures', code: ['rice', 'fish', 'house', 'tree'] } as const;
const guess = { kind: 'pictures', code: ['moon', 'fish', 'house', 'tree'] } as const;

/** A station's sign-in with a disk that outlives it, and a checker that counts what it is asked. */
function lab() {
  let disk: SavedTries | null = null;
  let nowMs = 1000;
  let full = false;
  const asked: Verifier[] = [];
  const heard: string[] = [];
  let recorded = 0;
  const hub: {
    answer: (told: Omit<TryRequest, 'step'>) => TryAnswer | HubSilence;
    readonly right: string[];
  } = { answer: () => 'away', right: [] };
  const restart = () =>
    createSecretCheck({
      store: {
        load: () => Promise.resolve(disk),
        save: (tries) => {
          if (full) return Promise.reject(new ReanError('store.full'));
          disk = tries;
          return Promise.resolve();
        },
      },
      verify: (given, pepper, against) => {
        asked.push(against);
        return Promise.resolve(against === verifier && pepper === 'pepper' && given === secret);
      },
      lab: {
        moved$: EMPTY,
        recorded: () => Promise.resolve(recorded),
        record: (_target, tries) => {
          recorded += tries;
          return Promise.resolve();
        },
        listen: () => {
          heard.push('asked');
          return Promise.resolve(true);
        },
      },
      hub: {
        begin: (told) => Promise.resolve(hub.answer(told)),
        tellRight: (_, step) => hub.right.push(step),
      },
      company: () => 'lab',
      clock: { wallMs: () => nowMs, monotonicMs: () => nowMs },
      randomness: { bytes: (length) => new Uint8Array(length), fraction: () => 0 },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
  return {
    restart,
    asked,
    heard,
    hub,
    wait: (ms: number) => {
      nowMs += ms;
    },
    fillDisk: () => {
      full = true;
    },
    disk: () => disk,
  };
}

const attempt = (over: Partial<Try> = {}): Try => ({
  person: 'sokha',
  verifier,
  like: verifier,
  counted: null,
  pepper: 'pepper',
  secret: guess,
  ...over,
});
const right = attempt({ secret });

describe('createSecretCheck', () => {
  it('[SGN1] lets in who knows the secret', async () => {
    const check = await lab().restart();
    expect(await check.check(right)).toEqual({ result: 'signed-in' });
  });

  it('[SGN3] makes nobody wait for the first two wrong tries, and everybody from the third', async () => {
    const check = await lab().restart();
    const answers = [
      await check.check(attempt()),
      await check.check(attempt()),
      await check.check(attempt()),
      await check.check(right),
    ];
    expect(answers).toEqual([
      { result: 'wrong', wrongTries: 1, waitMs: 0 },
      { result: 'wrong', wrongTries: 2, waitMs: 0 },
      { result: 'wrong', wrongTries: 3, waitMs: 5000 },
      { result: 'wait', waitMs: 5000 },
    ]);
  });

  it('[SGN3] makes waits grow, up to five minutes and no longer', async () => {
    const { restart, wait } = lab();
    const check = await restart();
    const waits: number[] = [];
    for (let wrong = 0; wrong < 10; wrong += 1) {
      const answer = await check.check(attempt());
      if (answer.result === 'wrong') waits.push(answer.waitMs);
      wait(300_000);
    }
    expect(waits).toEqual([0, 0, 5000, 15_000, 30_000, 60_000, 120_000, 300_000, 300_000, 300_000]);
  });

  it('[SGN3] forgets wrong tries once somebody signs in', async () => {
    const { restart, wait, disk } = lab();
    const check = await restart();
    for (let wrong = 0; wrong < 3; wrong += 1) await check.check(attempt());
    wait(5000);
    expect(await check.check(right)).toEqual({ result: 'signed-in' });
    expect(await check.check(attempt())).toEqual({ result: 'wrong', wrongTries: 1, waitMs: 0 });
    expect(disk()).toEqual({ v: 1, wrong: { sokha: 1 }, lastMs: {} });
  });

  it('[SGN3] counts each person apart', async () => {
    const check = await lab().restart();
    for (let wrong = 0; wrong < 3; wrong += 1) await check.check(attempt());
    expect(await check.check({ ...right, person: 'dara' })).toEqual({ result: 'signed-in' });
  });

  it('[SGN3] keeps the count over a restart, and begins the wait anew', async () => {
    const { restart, wait } = lab();
    const before = await restart();
    for (let wrong = 0; wrong < 3; wrong += 1) await before.check(attempt());
    wait(4000);
    const after = await restart();
    expect(await after.check(right)).toEqual({ result: 'wait', waitMs: 5000 });
    wait(5000);
    expect(await after.check(right)).toEqual({ result: 'signed-in' });
  });

  it('[SGN3] counts a try that was cut off while being checked', async () => {
    const { restart, disk } = lab();
    const check = await restart();
    const underWay = check.check(attempt());
    await Promise.resolve().then(() => Promise.resolve());
    expect(disk()).toEqual({ v: 1, wrong: { sokha: 1 }, lastMs: {} });
    await underWay;
  });

  it('[SGN3] gives ten tries at once no more than three', async () => {
    const check = await lab().restart();
    const answers = await Promise.all(Array.from({ length: 10 }, () => check.check(attempt())));
    expect(answers.filter((answer) => answer.result === 'wrong')).toHaveLength(3);
  });

  it('[SGN11] checks nothing that the hub has somebody wait for, and counts what it counts', async () => {
    const { restart, asked, hub, wait } = lab();
    const check = await restart();
    hub.answer = () => ({ tries: 6, waitMs: 30_000 });
    expect(await check.check(right)).toEqual({ result: 'wait', waitMs: 30_000 });
    expect(asked).toEqual([]);
    hub.answer = ({ known }) => ({ tries: Math.max(6, known) + 1, waitMs: 0 });
    expect(await check.check(attempt())).toEqual({
      result: 'wrong',
      wrongTries: 7,
      waitMs: 120_000,
    });
    wait(120_000);
    expect(await check.check(right)).toEqual({ result: 'signed-in' });
    expect(hub.right).toEqual(['fits']);
  });

  it('[SGN12] goes by the hub’s count of staff, who may have signed in elsewhere since', async () => {
    const { restart, hub, wait } = lab();
    const check = await restart();
    const officer = attempt({ person: 'of-aaaaaaaaaaaa' });
    for (let wrong = 0; wrong < 9; wrong += 1) {
      await check.check(officer);
      wait(300_000);
    }
    hub.answer = () => ({ tries: 1, waitMs: 0 });
    expect(await check.check(officer)).toEqual({ result: 'wrong', wrongTries: 1, waitMs: 0 });
    hub.answer = () => 'away';
    expect(await (await restart()).check(officer)).toMatchObject({ wrongTries: 2 });
  });

  it('[SGN12] forgets what staff tried wrongly a day ago, over a restart too', async () => {
    const { restart, wait } = lab();
    const officer = attempt({ person: 'of-aaaaaaaaaaaa' });
    let check = await restart();
    for (const again of [() => Promise.resolve(check), restart]) {
      for (let wrong = 0; wrong < 3; wrong += 1) await check.check(officer);
      wait(24 * 60 * 60_000 + 1);
      check = await again();
      expect(await check.check(officer)).toMatchObject({ result: 'wrong', wrongTries: 1 });
      await check.check({ ...officer, secret });
    }
  });

  it('[SGN12] locks staff out from the tenth wrong passphrase on', async () => {
    const { restart, wait } = lab();
    const check = await restart();
    const officer = attempt({ person: 'of-aaaaaaaaaaaa' });
    for (let wrong = 0; wrong < 9; wrong += 1) {
      await check.check(officer);
      wait(300_000);
    }
    expect(await check.check(officer)).toMatchObject({ wrongTries: 10, waitMs: 1_800_000 });
  });

  it('[SGN2] answers a try at nobody like a wrong one, after the same work', async () => {
    const { restart, asked } = lab();
    const check = await restart();
    const nobody = attempt({ person: 'nobody', verifier: null, secret });
    expect(await check.check(nobody)).toEqual({ result: 'wrong', wrongTries: 1, waitMs: 0 });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ memoryKiB: 64, iterations: 1 });
    await check.check(nobody);
    await check.check(nobody);
    expect(await check.check(nobody)).toEqual({ result: 'wait', waitMs: 5000 });
  });

  it.each(['away', 'silent'] as const)(
    '[SGN2] hears the other stations as often for nobody, the hub being %s',
    async (silence) => {
      const timesFor = async (whom: Partial<Try>) => {
        const { restart, hub, heard, wait } = lab();
        hub.answer = () => silence;
        const check = await restart();
        for (let wrong = 0; wrong < 4; wrong += 1) {
          await check.check(attempt(whom));
          wait(300_000);
        }
        return heard.length;
      };
      const known = { counted: { learner: ids.learner, secret: 1 } };
      expect(await timesFor({ person: 'nobody', verifier: null })).toBe(await timesFor(known));
      expect(await timesFor(known)).toBeGreaterThan(0);
    },
  );

  it('[SGN4] lets people in when the disk is full', async () => {
    const { restart, fillDisk } = lab();
    const check = await restart();
    fillDisk();
    expect(await check.check(attempt())).toMatchObject({ result: 'wrong' });
    expect(await check.check(right)).toEqual({ result: 'signed-in' });
  });
});
