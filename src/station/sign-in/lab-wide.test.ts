import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { ids, openedEvent } from '../../../tests/factories/events.ts';
import { foldLearner } from '../../domain/fold/fold-learner.ts';
import { wrongTriesAt } from '../../domain/sign-in-tries.ts';
import type { EventPayload, OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { Verifier } from '../../shared/contracts/keyring.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { storeIdSchema } from '../../shared/ids.ts';
import type { HubSilence } from './hub-tries.ts';
import { createSecretCheck } from './secret-check.ts';
import type { SecretCheck } from './secret-check.ts';
import type { Company } from '../../domain/sign-in-waits.ts';
import type { SavedTries } from './throttle.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const verifier: Verifier = {
  algorithm: 'argon2id',
  salt: 'c2FsdHNhbHRzYWx0c2FsdA==',
  hash: 'aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g=',
  memoryKiB: 64,
  iterations: 1,
};
const secret = { kind: 'pictures', code: ['rice', 'fish', 'house', 'tree'] } as const;
const guess = { kind: 'pictures', code: ['moon', 'fish', 'house', 'tree'] } as const;

interface Seat {
  /** One try at the learner's sign-in, which has this number. */
  try(given: typeof secret | typeof guess, number?: number): ReturnType<SecretCheck['check']>;
  /** The learner sits down: what a right try leads to. */
  sitDown(): void;
  /** Puts on record what it likes, as a stolen station can. */
  claim(number: number): void;
  restart(): Promise<void>;
  /** Hears nothing of others, and is not heard of, until it joins again. */
  cutOff(): void;
  join(): void;
}

interface LabOptions {
  /** Whether stations hear of each other's events at once, or only where they ask for them. */
  readonly hears?: 'at-once' | 'asked';
  /** What the hub says of a try: it counts none. */
  readonly hub?: HubSilence;
}

/** Stations that hear of each other's events, unless they are cut off, on one clock. */
function lab({ hears = 'at-once', hub = 'away' }: LabOptions = {}) {
  const told: OpenedEvent[] = [];
  const moved$ = new Subject<LearnerId | null>();
  let nowMs = 0;
  let stations = 0;

  async function openSeat(): Promise<Seat> {
    stations += 1;
    const store = storeIdSchema.parse(stations.toString(16).padStart(16, '0'));
    const own: OpenedEvent[] = [];
    let disk: SavedTries | null = null;
    let company: Company = 'lab';
    let heardUpTo = hears === 'asked' ? 0 : Infinity;
    const heard = () => [...told.slice(0, heardUpTo), ...own];
    const record = (payload: EventPayload) => {
      const lamport = 1 + Math.max(0, ...heard().map(({ envelope }) => envelope.lamport));
      const event = openedEvent(payload, { store, seq: own.length + 1, lamport });
      own.push(event);
      if (company === 'lab') told.push(event);
      moved$.next(ids.learner);
    };
    const open = () =>
      createSecretCheck({
        store: {
          load: () => Promise.resolve(disk),
          save: (tries) => {
            disk = tries;
            return Promise.resolve();
          },
        },
        verify: (given) => Promise.resolve(given === secret),
        lab: {
          moved$,
          recorded: ({ learner, secret: number }) => {
            const { wrongTries } = foldLearner(learner, heard());
            return Promise.resolve(wrongTriesAt(wrongTries, number));
          },
          listen: async () => {
            // On the way there and back others may record what this one then hears of.
            for (let step = 0; step < 50; step += 1) await Promise.resolve();
            if (company === 'lab') heardUpTo = Math.max(told.length, heardUpTo);
            return company === 'lab' && stations > 1;
          },
          record: ({ secret: number }, tries) => {
            record({ type: 'sign-in.failed', secret: number, tries });
            return Promise.resolve();
          },
        },
        hub: { begin: () => Promise.resolve(hub), tellRight: () => undefined },
        // Where the hub counts as there, nobody is taken to be alone.
        company: () => (hub === 'silent' ? 'lab' : company),
        clock: { wallMs: () => 0, monotonicMs: () => nowMs },
        randomness: { bytes: (length) => new Uint8Array(length), fraction: () => 0 },
        log: silent,
      });
    let check = await open();
    const counted = (number: number) => ({ learner: ids.learner, secret: number });
    return {
      try(given, number = 1) {
        const rest = { verifier, like: verifier, pepper: 'pepper', secret: given };
        const attempt = { person: ids.learner, counted: counted(number), ...rest };
        return check.check(attempt);
      },
      claim: (number) => record({ type: 'sign-in.failed', secret: number, tries: 1 }),
      sitDown: () => record({ type: 'sitting.started', sitting: ids.sitting, language: 'km' }),
      async restart() {
        check.close();
        check = await open();
      },
      cutOff() {
        company = 'alone';
        heardUpTo = told.length;
      },
      join() {
        company = 'lab';
        heardUpTo = Infinity;
        told.push(...own.filter((event) => !told.includes(event)));
        moved$.next(ids.learner);
      },
    };
  }

  const seats = (count: number) => Promise.all(Array.from({ length: count }, openSeat));
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { seats, pass };
}

/** Tries at every station in turn, this often, for so long; resolves to how many were checked. */
async function guessEverywhere(
  { pass }: ReturnType<typeof lab>,
  seats: readonly Seat[],
  { minutes, everyMs }: { readonly minutes: number; readonly everyMs: number },
): Promise<number> {
  let checked = 0;
  for (let ms = 0; ms < minutes * 60_000; ms += everyMs) {
    for (const seat of seats) {
      if ((await seat.try(guess)).result === 'wrong') checked += 1;
    }
    pass(everyMs);
  }
  return checked;
}

describe('[SGN8] wrong tries', () => {
  it('are counted together: moving between eight stations gives not one try more', async () => {
    const hour = { minutes: 60, everyMs: 5000 };
    const one = lab();
    const eight = lab();
    const atOne = await guessEverywhere(one, await one.seats(1), hour);
    const atEight = await guessEverywhere(eight, await eight.seats(8), hour);
    expect(atEight).toBe(atOne);
    expect(atOne).toBeLessThan(20);
  });

  it.each(['away', 'silent'] as const)(
    '[SGN11] made in the same instant at eight stations are those of the first and hardly more, the hub being %s',
    async (hub) => {
      const room = lab({ hears: 'asked', hub });
      const seats = await room.seats(8);
      let checked = 0;
      for (let ms = 0; ms < 60 * 60_000; ms += 5000) {
        const answers = await Promise.all(seats.map((seat) => seat.try(guess)));
        checked += answers.filter(({ result }) => result === 'wrong').length;
        room.pass(5000);
      }
      expect(checked).toBeLessThan(20);
    },
  );

  it('[SGN11] made one after another at eight stations get two free ones, where the hub only counts as there', async () => {
    const room = lab({ hears: 'asked', hub: 'silent' });
    const seats = await room.seats(8);
    expect(await guessEverywhere(room, seats, { minutes: 1, everyMs: 60_000 })).toBe(3);
  });

  it('[SGN11] wait longer where the hub only counts as there, and no station answers', async () => {
    const room = lab({ hears: 'asked', hub: 'silent' });
    const [here] = await room.seats(2);
    here?.cutOff();
    expect(await here?.try(guess)).toEqual({ result: 'wrong', wrongTries: 1, waitMs: 5000 });
    expect(await here?.try(secret)).toEqual({ result: 'wait', waitMs: 5000 });
    room.pass(5000);
    expect(await here?.try(secret)).toEqual({ result: 'signed-in' });
  });

  it('stay counted over restarts of the station they were made at, and of others', async () => {
    const room = lab();
    const [here, there] = await room.seats(2);
    for (let wrong = 0; wrong < 3; wrong += 1) await here?.try(guess);
    await here?.restart();
    await there?.restart();
    expect(await here?.try(secret)).toMatchObject({ result: 'wait', waitMs: 5000 });
    expect(await there?.try(secret)).toMatchObject({ result: 'wait', waitMs: 5000 });
  });

  it('make those who wait elsewhere wait anew from that moment, and no longer than five minutes', async () => {
    const room = lab();
    const [here, there] = await room.seats(2);
    for (let wrong = 0; wrong < 12; wrong += 1) {
      await here?.try(guess);
      room.pass(300_000);
    }
    expect(await there?.try(secret)).toEqual({ result: 'wait', waitMs: 300_000 });
    room.pass(200_000);
    await here?.try(guess);
    room.pass(100_000);
    expect(await there?.try(secret)).toEqual({ result: 'wait', waitMs: 200_000 });
    room.pass(200_000);
    expect(await there?.try(secret)).toEqual({ result: 'signed-in' });
  });

  it('are over everywhere once the learner sits down', async () => {
    const room = lab();
    const [here, there] = await room.seats(2);
    for (let wrong = 0; wrong < 3; wrong += 1) await here?.try(guess);
    await there?.try(guess);
    room.pass(5000);
    expect(await there?.try(secret)).toEqual({ result: 'signed-in' });
    there?.sitDown();
    expect(await here?.try(guess)).toEqual({ result: 'wrong', wrongTries: 1, waitMs: 0 });
  });

  it('are over at once with another code, which an officer gave', async () => {
    const room = lab();
    const [here] = await room.seats(1);
    for (let wrong = 0; wrong < 3; wrong += 1) await here?.try(guess);
    expect(await here?.try(secret, 2)).toEqual({ result: 'signed-in' });
  });

  it('are not lowered by a stolen station that puts other numbers on record', async () => {
    const room = lab();
    const [here, there, stolen] = await room.seats(3);
    for (let wrong = 0; wrong < 3; wrong += 1) await here?.try(guess);
    for (const number of [2, 3, 2 ** 40, 2 ** 53 - 1]) stolen?.claim(number);
    expect(await here?.try(secret)).toEqual({ result: 'wait', waitMs: 5000 });
    expect(await there?.try(secret)).toEqual({ result: 'wait', waitMs: 5000 });
    room.pass(5000);
    expect(await there?.try(guess)).toMatchObject({ result: 'wrong', wrongTries: 4 });
    expect(await here?.try(secret)).toEqual({ result: 'wait', waitMs: 15_000 });
  });

  it('weigh more where a station is cut off from everybody: eight apart are worth two together', async () => {
    const together = lab();
    const apart = lab();
    const seats = await apart.seats(8);
    for (const seat of seats) seat.cutOff();
    const halfADay = { minutes: 12 * 60, everyMs: 60_000 };
    const atEight = await guessEverywhere(apart, seats, halfADay);
    const atOne = await guessEverywhere(together, await together.seats(1), halfADay);
    expect(atEight / atOne).toBeLessThan(2.5);
  });

  it('made in two halves of a split lab add up when they meet', async () => {
    const room = lab();
    const [here, there] = await room.seats(2);
    there?.cutOff();
    await here?.try(guess);
    await here?.try(guess);
    await there?.try(guess);
    room.pass(5000);
    await there?.try(guess);
    room.pass(15_000);
    there?.join();
    expect(await here?.try(secret)).toEqual({ result: 'wait', waitMs: 15_000 });
    room.pass(15_000);
    expect(await here?.try(guess)).toMatchObject({ result: 'wrong', wrongTries: 5 });
  });
});
