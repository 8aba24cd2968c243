import fc from 'fast-check';
import type { EventPayload, OpenedEvent } from '../../src/shared/contracts/documents/event.ts';
import type { HelpFor } from '../../src/shared/contracts/help.ts';
import { formatEventId } from '../../src/shared/event-id.ts';
import type { KeptScreen, Unsent } from '../../src/shared/contracts/kept-screen.ts';
import { staffIdSchema } from '../../src/shared/ids.ts';
import type { Response } from '../../src/shared/contracts/lesson.ts';
import { cardKeySchema } from '../../src/shared/contracts/training.ts';
import { ids, openedEvent } from './events.ts';

/** Whatever a learner's sittings may leave behind, in any combination: small names, so that they meet. */
const sitting = fc.constantFrom(ids.sitting, ids.otherSitting);
const language = fc.constantFrom('km', 'en');
const inLesson = {
  sitting,
  pack: fc.constant(ids.pack),
  version: fc.constant(ids.version),
  lesson: fc.constantFrom('first', 'second'),
  run: fc.integer({ min: 1, max: 3 }),
};

const trains = fc.record({
  skills: fc.subarray(['letters', 'signs']),
  card: fc.option(fc.constantFrom('letter:ក', 'fact:1+1').map((key) => cardKeySchema.parse(key))),
});
const answered = {
  response: fc.constantFrom<Response>({ type: 'present' }, { type: 'choice', chosen: ['a'] }),
  outcome: fc.constantFrom('right', 'not-yet', 'shown'),
  attempt: fc.integer({ min: 1, max: 4 }),
  activeMs: fc.nat(5000),
} as const;
const attempt = {
  type: fc.constant('attempt.recorded'),
  ...inLesson,
  activity: fc.constant('practise'),
  item: fc.constantFrom('a', 'b', 'c'),
  ...answered,
} as const;
const review = {
  type: fc.constant('review.answered'),
  sitting,
  of: fc.record({
    pack: fc.constant(ids.pack),
    version: fc.constant(ids.version),
    lesson: fc.constantFrom('first', 'second'),
    item: fc.constantFrom('a', 'b'),
  }),
  ...answered,
} as const;

const inPiece = {
  sitting,
  pack: fc.constant(ids.pack),
  version: fc.constantFrom(ids.version, ids.nextVersion),
  piece: fc.constantFrom('film', 'game'),
};
const activeMs = fc.nat(5000);
const score = fc.option(fc.constantFrom(0, 0.5, 1));

const anyOfPieces: fc.Arbitrary<EventPayload> = fc.oneof(
  fc.record({ type: fc.constant('piece.opened'), ...inPiece }),
  fc.record({ type: fc.constant('piece.left'), ...inPiece, activeMs }),
  fc.record({
    type: fc.constant('piece.saved'),
    ...inPiece,
    activeMs,
    place: fc.constantFrom('a', 'b', 'c'.repeat(20_000)),
  }),
  fc.record({
    type: fc.constant('piece.reported'),
    ...inPiece,
    activeMs,
    score,
    passed: fc.option(fc.boolean()),
    completed: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('piece.failed'),
    ...inPiece,
    activeMs,
    reason: fc.constantFrom('silent', 'flood'),
    detail: fc.constant('index.html'),
  }),
);

/** The events of these sets are few, so that acts often name one that is there. */
const anyEventId = fc
  .record({
    station: fc.constantFrom(ids.station, ids.otherStation),
    store: fc.constantFrom(ids.store, ids.otherStore),
    seq: fc.integer({ min: 1, max: 12 }),
  })
  .map(formatEventId);
const helpAct = {
  request: anyEventId,
  after: anyEventId,
  by: fc.constantFrom(
    { staff: staffIdSchema.parse('of-aaaaaaaaaaaa') },
    { staff: staffIdSchema.parse('of-bbbbbbbbbbbb') },
    { tutor: ids.otherLearner },
  ),
};
const interval = fc.option(fc.nat(600_000));
/** What others do about a request for help, of the kinds that there are. */
const anyHelpAct: fc.Arbitrary<EventPayload> = fc.oneof(
  fc.record({ type: fc.constant('help.taken'), ...helpAct, waitedMs: interval }),
  fc.record({
    type: fc.constant('help.handed-on'),
    ...helpAct,
    to: fc.constantFrom<HelpFor>(
      { for: 'anybody' },
      { for: 'officer' },
      { for: 'tutor', tutor: ids.otherLearner },
    ),
  }),
  fc.record({
    type: fc.constant('help.answered'),
    ...helpAct,
    outcome: fc.constantFrom('helped', 'needs-officer', 'not-there'),
    waitedMs: interval,
    tookMs: interval,
  }),
);

const anyScreen: fc.Arbitrary<KeptScreen | null> = fc.option(
  fc.constant<KeptScreen>({ at: 'record', from: 0 }),
);
const anyUnsent: fc.Arbitrary<Unsent | null> = fc.option(
  fc.record<Unsent>({
    of: fc.record({
      pack: fc.constant(ids.pack),
      version: fc.constant(ids.version),
      lesson: fc.constantFrom('first', 'second'),
      item: fc.constantFrom('a', 'b'),
    }),
    run: fc.option(fc.integer({ min: 1, max: 3 })),
    tries: fc.nat(2),
    draft: fc.constant<Unsent['draft']>({ type: 'textEntry', text: 'ក', caret: 1 }),
  }),
);
/** What somebody left, with an answer at one of those items or without. */
const anyKept: fc.Arbitrary<EventPayload> = fc.record({
  type: fc.constant('screen.kept' as const),
  sitting,
  screen: anyScreen,
  unsent: anyUnsent,
});

export const anyPayload: fc.Arbitrary<EventPayload> = fc.oneof(
  fc.record({ type: fc.constant('sitting.started'), sitting, language }),
  fc.record({ type: fc.constant('sitting.ended'), sitting, reason: fc.constant('learner') }),
  fc.record({
    type: fc.constant('lesson.opened'),
    ...inLesson,
    total: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ type: fc.constantFrom('lesson.left', 'lesson.completed'), ...inLesson }),
  fc.record(attempt),
  fc.record({ ...attempt, trains }),
  fc.record({ ...review, trains }),
  fc.record({ type: fc.constantFrom('review.opened', 'review.left'), sitting }),
  fc.record({ type: fc.constant('language.chosen'), language }),
  fc.record({ type: fc.constant('board.chosen'), board: fc.constantFrom('letters', 'keyboard') }),
  fc.record({ type: fc.constantFrom('help.asked', 'help.ended'), sitting }),
  fc.record({
    type: fc.constant('sign-in.failed'),
    secret: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant(2 ** 40)),
    tries: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({
    type: fc.constantFrom('sign-in.renewed', 'sign-in.shown'),
    handover: fc.integer({ min: 1, max: 6 }).map((each) => String(each).padStart(16, '0')),
  }),
  anyOfPieces,
  anyHelpAct,
  anyKept,
);

const places = [
  { station: ids.station, store: ids.store },
  { station: ids.station, store: ids.otherStore },
  { station: ids.otherStation, store: ids.store },
] as const;

/**
 * A set of one learner's events from three stores, each with an id of its own; Lamport counters as
 * they may be, ties between stores included.
 */
export const anyEvents: fc.Arbitrary<readonly OpenedEvent[]> = fc
  .array(
    fc.record({
      payload: anyPayload,
      place: fc.nat(places.length - 1),
      lamport: fc.integer({ min: 1, max: 30 }),
      date: fc.option(fc.constantFrom('2026-11-20', '2026-11-22', '2027-02-01')),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((drawn) =>
    drawn.map(({ payload, place, lamport, date }, index) =>
      openedEvent(payload, { ...places[place], seq: index + 1, lamport, date }),
    ),
  );
