import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Response } from 'light-my-request';
import { beforeAll, describe, expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, ask, contiguousSeq, push } from '../../../tests/factories/hub-lab.ts';
import type { CarriedEvent, TestStore } from '../../../tests/factories/test-store.ts';
import { foldLearner } from '../../domain/fold/fold-learner.ts';
import { eventDocumentSchema } from '../../shared/contracts/documents/event.ts';
import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import { parseEventId } from '../../shared/event-id.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { openEvent } from '../../sync/envelope/event.ts';
import { openLearnerState } from '../../sync/envelope/sealed-documents.ts';
import type { Hub } from '../hub.ts';

/**
 * What happens to a hub: some events come in one request, or each in its own while the hub is at
 * work, or the power goes out in the middle.
 */
interface Happening {
  readonly kind: 'push' | 'burst' | 'cut';
  readonly picks: readonly number[];
  readonly carrier: number;
  readonly ticks: number;
}

const eventsEach = 6;
const events = 2 * eventsEach;
const picks = fc.array(fc.nat(events - 1), { maxLength: 8 });
const happening: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constantFrom('push', 'burst', 'cut'),
  picks,
  carrier: fc.nat(1),
  ticks: fc.nat(60),
});

let pristine: HubLab;

beforeAll(async () => {
  pristine = await HubLab.make({ stations: ['kiosk', 'kiosk'], learners: 2 });
});

interface Recorded {
  readonly store: TestStore;
  readonly learner: LearnerId;
  readonly event: CarriedEvent;
}

/** Two stores' events about two learners, with Lamport counters that interleave. */
function record(lamports: readonly number[]): Recorded[] {
  const stores = [pristine.store(0), pristine.store(1)];
  return lamports.map((lamport, index) => {
    const store = stores[index % 2] ?? pristine.store();
    const learner = pristine.learner(index % 3 === 0 ? 1 : 0);
    const payload =
      index % 4 === 0 ? payloads.started() : payloads.attempt(`item-${index}`, 'right');
    return { store, learner, event: store.record(payload, learner, lamport) };
  });
}

function tick(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** One run over a disk of its own. */
class Run {
  readonly #recorded: readonly Recorded[];
  readonly #unanswered: Promise<Response[]>[] = [];
  #hub: Hub;

  constructor(recorded: readonly Recorded[], hub: Hub) {
    this.#recorded = recorded;
    this.#hub = hub;
  }

  async happen({ kind, picks, carrier, ticks }: Happening): Promise<void> {
    const chosen = picks.flatMap((pick) => this.#recorded[pick]?.event ?? []);
    const as = pristine.station(carrier);
    const requests = kind === 'burst' ? chosen.map((event) => [event]) : [chosen];
    const pushed = Promise.all(requests.map((events) => push(this.#hub, as, events)));
    // Receipts take in what they cover, beside the hub's own work.
    const receipts = kind === 'burst' ? requests.map(() => this.receipts()) : [];
    if (kind !== 'push') for (let count = 0; count < ticks; count += 1) await tick();
    if (kind === 'cut') await this.#cutPower(pushed);
    else this.#unanswered.push(Promise.all(receipts).then(() => pushed));
    if (kind === 'push') await this.answered();
  }

  /** Resolves once every push is answered. */
  async answered(): Promise<void> {
    const answers = (await Promise.all(this.#unanswered.splice(0))).flat();
    const refused = answers.find(({ statusCode }) => statusCode !== 201);
    if (refused) throw new Error(`a push was refused: ${refused.body}`);
  }

  async #cutPower(pushed: Promise<unknown>): Promise<void> {
    const before = await this.receipts();
    pristine.cutPower();
    await pushed;
    await this.answered();
    await this.#hub.close();
    this.#hub = await pristine.open();
    const after = await this.receipts();
    const lost = after.some((seq, index) => seq < (before[index] ?? 0));
    if (lost) throw new Error('a receipted event was lost');
  }

  async pushAll(): Promise<void> {
    await push(
      this.#hub,
      pristine.station(),
      this.#recorded.map(({ event }) => event),
    );
  }

  receipts(): Promise<number[]> {
    const stores = [...new Set(this.#recorded.map(({ store }) => store))];
    return Promise.all(stores.map((store) => contiguousSeq(this.#hub, store)));
  }

  /** What stations are shown at this moment; null while there is nothing. */
  async shown(learner: LearnerId) {
    const path = `/state-${this.#hub.site.generation}/learner:${learner}`;
    const answer = await ask(this.#hub, { path, as: pristine.station() });
    if (answer.statusCode === 404) return null;
    const { _rev, ...stored } = answer.json<Record<string, unknown>>();
    const document = stateDocumentSchema.parse(stored);
    return { document, state: openLearnerState(document, pristine.key(learner)) };
  }

  async settled(): Promise<void> {
    await this.#hub.settled();
  }

  close(): Promise<void> {
    return this.#hub.close();
  }
}

function expected(learner: LearnerId, recorded: readonly Recorded[]) {
  const own = recorded.filter((each) => each.learner === learner);
  const opened = own.map(({ event: { _rev, ...document } }) =>
    openEvent(eventDocumentSchema.parse(document), pristine.key(learner)),
  );
  return foldLearner(learner, opened);
}

/** Whether what is shown is the fold of exactly the events its vector covers. */
async function isExact(run: Run, learner: LearnerId, recorded: readonly Recorded[]) {
  const shown = await run.shown(learner);
  if (shown === null) return true;
  const { folded } = shown.document;
  const covered = recorded.filter(({ store, event }) => {
    const { seq } = parseEventId(event._id);
    return seq <= (folded[`${store.station.station}:${store.id}`] ?? 0);
  });
  return isDeepStrictEqual(shown.state, expected(learner, covered));
}

describe('[FLD1] the folded state', () => {
  it('is a function of the set of events, whatever order, repeats and power cuts, and says of which', async () => {
    const lamports = fc.array(fc.integer({ min: 1, max: 9 }), {
      minLength: events,
      maxLength: events,
    });
    const fresh = pristine.disk;
    const property = fc.asyncProperty(
      lamports,
      fc.array(happening, { minLength: 1, maxLength: 6 }),
      async (lamports, happenings) => {
        pristine.disk = fresh;
        pristine.cutPower();
        const recorded = record(lamports);
        const run = new Run(recorded, await pristine.open());
        for (const each of happenings) {
          await run.happen(each);
          for (const learner of pristine.learners) {
            expect(await isExact(run, learner, recorded)).toBe(true);
          }
        }
        await run.answered();
        await run.pushAll();
        expect(await run.receipts()).toEqual([eventsEach, eventsEach]);
        await run.settled();
        for (const learner of pristine.learners) {
          const shown = await run.shown(learner);
          expect(shown?.state).toEqual(expected(learner, recorded));
          expect(await isExact(run, learner, recorded)).toBe(true);
        }
        await run.close();
      },
    );
    await fc.assert(property, { seed: 20261121, numRuns: 30, endOnFailure: true });
  }, 120_000);
});
