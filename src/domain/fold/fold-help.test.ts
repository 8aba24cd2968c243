import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import type { EventPayload, OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { HelpOutcome } from '../../shared/contracts/help.ts';
import { formatEventId } from '../../shared/event-id.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import { foldLearner } from './fold-learner.ts';

const today = '2026-11-23';
const first = { staff: staffIdSchema.parse('of-aaaaaaaaaaaa') };
const second = { staff: staffIdSchema.parse('of-bbbbbbbbbbbb') };
const tutor = { tutor: ids.otherLearner };
const sitting = ids.sitting;
const asked: EventPayload = { type: 'help.asked', sitting };
const idAt = (seq: number, station = ids.station) =>
  formatEventId({ station, store: ids.store, seq });
/** The request of {@link begun}. */
const request = idAt(3);
const at = (seq: number, payload: EventPayload, lamport = seq) =>
  openedEvent(payload, { seq, lamport, date: today });
const begun = [at(1, payloads.started()), at(2, payloads.opened()), at(3, asked)];

const take = (by = first, after = request, waitedMs: number | null = 4000) =>
  ({ type: 'help.taken', request, after, by, waitedMs }) as const;
const answer = (after: typeof request, outcome: HelpOutcome = 'helped') =>
  ({
    type: 'help.answered',
    request,
    after,
    by: first,
    outcome,
    waitedMs: 9,
    tookMs: 60_000,
  }) as const;

const fold = (...more: readonly OpenedEvent[]) => foldLearner(ids.learner, [...begun, ...more]);

describe('[HLQ2] a request for help', () => {
  it('says what was open and how many tries were wrong, asked twice or not', () => {
    const wrong = at(4, payloads.attempt('choose', 'not-yet'), 2);
    const { help, seat } = fold(wrong, at(5, asked));
    expect(help).toMatchObject({ asked: 1, past: [] });
    expect(help.open).toMatchObject({
      asked: { id: request },
      station: ids.station,
      day: today,
      lesson: `${ids.pack}/first`,
      wrong: 1,
      taker: null,
    });
    expect(seat?.helpAsked).toBe(true);
  });

  it('is taken, answered and kept with what came of it, how long it waited and took', () => {
    const { help, seat } = fold(at(4, take()), at(5, answer(idAt(4))));
    expect(help.open).toBeNull();
    expect(help.past).toMatchObject([
      { end: 'helped', by: first, waitedMs: 4000, tookMs: 60_000, day: today },
    ]);
    expect(help).toMatchObject({ asked: 1, answered: 1 });
    expect(seat?.helpAsked).toBe(false);
  });

  it('ends by itself with the sitting, and whoever comes late changes nothing', () => {
    const ended = at(5, payloads.ended());
    const { help } = fold(
      at(4, take()),
      ended,
      at(6, answer(idAt(4))),
      at(7, take(second, idAt(4))),
    );
    expect(help.open).toBeNull();
    expect(help.past).toMatchObject([{ end: 'sitting-ended', by: first, tookMs: null }]);
    expect(help.answered).toBe(0);
  });

  it('ends as well where its learner sits down elsewhere, and can be taken back', () => {
    const elsewhere = at(4, payloads.started(ids.otherSitting));
    expect(fold(elsewhere).help.past).toMatchObject([{ end: 'sitting-ended' }]);
    const back = fold(at(4, take()), at(5, { type: 'help.ended', sitting }));
    expect(back.help.past).toMatchObject([{ end: 'taken-back', waitedMs: 4000 }]);
    expect(back.help.answered).toBe(0);
  });

  it('[HLQ4] waits on for officers where one is needed, and counts as answered once one has', () => {
    const { help, seat } = fold(at(4, take()), at(5, answer(idAt(4), 'needs-officer')));
    expect(help.open).toMatchObject({ to: { for: 'officer' }, taker: null, handedBy: first });
    expect(help.answered).toBe(0);
    expect(seat?.helpAsked).toBe(true);
  });

  it('[HLQ6] waited as long as the first who came says, whatever was handed on since', () => {
    const back = { type: 'help.handed-on', request, after: idAt(4), by: first } as const;
    const handed = at(5, { ...back, to: { for: 'tutor', tutor: ids.otherLearner } });
    const { help } = fold(at(4, take()), handed, at(6, take(second, idAt(5), 90_000)));
    expect(help.open).toMatchObject({ waitedMs: 4000, taker: second });
  });
});

describe('[HLQ3] of two who act at once', () => {
  it('the first in order counts, wherever and however they come, and the other is remembered', () => {
    const ours = at(9, take(first), 9);
    const theirs = openedEvent(take(second), { seq: 1, lamport: 9, station: ids.otherStation });
    for (const arrived of [
      [ours, theirs],
      [theirs, ours],
    ]) {
      expect(fold(...arrived).help.open).toMatchObject({ taker: first, late: [second] });
    }
  });

  it('whoever lost the request answers nothing by it', () => {
    const lost = at(5, take(second), 5);
    const { help } = fold(at(4, take()), lost, at(6, { ...answer(lost.envelope._id), by: second }));
    expect(help.open).toMatchObject({ taker: first });
  });
});

/** Acts that name each other in any way, told by two stations, in whatever order they came about. */
const anyActs = fc.array(
  fc.record({
    what: fc.constantFrom('take', 'hand', 'answer', 'officer', 'end', 'sitting', 'ask'),
    by: fc.constantFrom(first, second, tutor),
    after: fc.nat(12),
    lamport: fc.integer({ min: 3, max: 9 }),
    elsewhere: fc.boolean(),
  }),
  { maxLength: 12 },
);
const setOf = anyActs.map((drawn) => {
  const ownIds = drawn.map(({ elsewhere }, index) =>
    idAt(index + 4, elsewhere ? ids.otherStation : ids.station),
  );
  const payloadOf = ({ what, by, after }: (typeof drawn)[number]): EventPayload => {
    const act = { request, after: ownIds[after] ?? request, by };
    if (what === 'take') return { type: 'help.taken', ...act, waitedMs: null };
    if (what === 'hand') return { type: 'help.handed-on', ...act, to: { for: 'anybody' } };
    if (what === 'end') return { type: 'help.ended', sitting };
    if (what === 'ask') return asked;
    if (what === 'sitting') return payloads.ended();
    const outcome = what === 'officer' ? 'needs-officer' : 'helped';
    return { type: 'help.answered', ...act, outcome, waitedMs: null, tookMs: null };
  };
  return drawn.map((each, index) =>
    openedEvent(payloadOf(each), {
      seq: index + 4,
      lamport: each.lamport,
      station: each.elsewhere ? ids.otherStation : ids.station,
    }),
  );
});

describe('[HLQ2] for any set of acts', () => {
  it('a request is where it is whatever order they come in, and the hand is up as long as it is open', () => {
    const arrivals = setOf.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(arrivals, ([events, shuffled]) => {
        const folded = fold(...events);
        expect(fold(...shuffled)).toEqual(folded);
        const { help, seat } = folded;
        expect(seat?.helpAsked ?? false).toBe(help.open !== null);
        expect(help.asked).toBe(help.past.length + (help.open === null ? 0 : 1));
        expect(help.answered).toBeLessThanOrEqual(help.past.length);
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });
});
