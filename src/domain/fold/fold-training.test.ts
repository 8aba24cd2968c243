import { describe, expect, it } from 'vitest';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import type { AttemptOutcome, EventPayload } from '../../shared/contracts/documents/event.ts';
import { cardKeySchema } from '../../shared/contracts/training.ts';
import { needsHelp } from '../training/needs-help.ts';
import { dayNumber } from '../training/review-card.ts';
import { foldLearner } from './fold-learner.ts';

const trains = { skills: ['letters'], card: cardKeySchema.parse('letter:ក') };
const answer = (outcome: AttemptOutcome, attempt = 1) =>
  payloads.attempt('a', outcome, { attempt, trains });
const review = (outcome: AttemptOutcome): EventPayload => ({
  type: 'review.answered',
  sitting: ids.sitting,
  of: { pack: ids.pack, version: ids.version, lesson: 'first', item: 'a' },
  response: { type: 'choice', chosen: ['a'] },
  outcome,
  attempt: 1,
  activeMs: 1000,
  trains,
});
const fold = (...given: readonly EventPayload[]) =>
  foldLearner(
    ids.learner,
    given.map((payload, index) => openedEvent(payload, { seq: index + 1, date: '2026-11-22' })),
  );
const skillKey = `${ids.pack}/letters`;

describe('what answers train', () => {
  it('[MAS1] counts first tries, in lessons and reviews', () => {
    const state = fold(payloads.opened(), answer('not-yet'), answer('right', 2), review('right'));
    expect(Object.entries(state.skills)).toMatchObject([[skillKey, { answers: 2, recent: 0b01 }]]);
  });

  it('[REV1] remembers the thing, not the item, with the lab day of its last answer', () => {
    const state = fold(
      payloads.opened(),
      answer('right'),
      payloads.attempt('b', 'right', { trains }),
    );
    expect(Object.keys(state.cards)).toEqual(['letter:ក']);
    const [card] = Object.values(state.cards);
    expect(card?.[2]).toBe(dayNumber('2026-11-22'));
    expect(card?.[4]).toBe(2);
  });

  it('[REV3] a review counts for no run of its lesson', () => {
    const lessonOf = (state: ReturnType<typeof fold>) =>
      Object.values(state.lessons).map(({ missed: _missed, ...run }) => run);
    const before = fold(payloads.opened());
    const state = fold(payloads.opened(), review('shown'));
    expect(lessonOf(state)).toEqual(lessonOf(before));
    expect(state).toMatchObject({ attempts: 1, right: 0, activeMs: 1000 });
  });

  it('[REV3] shows on the seat while it is open', () => {
    const { sitting } = ids;
    const open = [payloads.started(), { type: 'review.opened', sitting }] as const;
    expect(fold(...open).seat?.lesson).toBe('review');
    expect(fold(...open, { type: 'review.left', sitting }).seat?.lesson).toBeNull();
  });

  it('[HLP1] four wrong tries with none right between need help, and one right answer ends that', () => {
    const wrong = [answer('not-yet'), answer('shown', 2), review('not-yet')];
    expect(needsHelp(fold(...wrong).stuck)).toBe(false);
    const stuck = fold(...wrong, payloads.attempt('b', 'not-yet')).stuck;
    expect(needsHelp(stuck)).toBe(true);
    expect(stuck).toMatchObject({ lesson: 'first', item: 'b', wrong: 4 });
    expect(fold(...wrong, answer('right')).stuck).toBeNull();
  });

  it('looking at something is no answer', () => {
    const look: EventPayload = {
      type: 'attempt.recorded',
      sitting: ids.sitting,
      pack: ids.pack,
      version: ids.version,
      lesson: 'first',
      run: 1,
      activity: 'practise',
      item: 'look',
      response: { type: 'present' },
      outcome: 'right',
      attempt: 1,
      activeMs: 1000,
      trains,
    };
    expect(fold(answer('shown'), look)).toMatchObject({ stuck: { wrong: 1 }, attempts: 1 });
  });
});
