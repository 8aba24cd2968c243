import { describe, expect, it } from 'vitest';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import { foldLearner } from '../../domain/fold/fold-learner.ts';
import { liveState, unknownLearner } from './live-state.ts';

const events = [
  openedEvent(payloads.started(), { seq: 1 }),
  openedEvent(payloads.opened(), { seq: 2 }),
  openedEvent(payloads.attempt('look', 'right'), { seq: 3 }),
  openedEvent(payloads.attempt('choose', 'not-yet'), { seq: 4 }),
  openedEvent(payloads.attempt('choose', 'right', { attempt: 2 }), { seq: 5 }),
];
const whole = foldLearner(ids.learner, events);
const own = `${ids.station}:${ids.store}`;

describe('liveState', () => {
  it('[LSN9] shows own events alone before anything has come from the hub', () => {
    expect(liveState(unknownLearner(ids.learner), events)).toEqual(whole);
  });

  it('[LSN9] shows the same however far the hub has folded', () => {
    for (let folded = 0; folded <= events.length; folded += 1) {
      const state = foldLearner(ids.learner, events.slice(0, folded));
      expect(liveState({ state, folded: { [own]: folded } }, events)).toEqual(whole);
    }
  });

  it('[LSN9] puts own events on top of what the learner did elsewhere', () => {
    const elsewhere = openedEvent(payloads.attempt('type', 'shown'), {
      seq: 1,
      lamport: 9,
      store: ids.otherStore,
      station: ids.otherStation,
    });
    const state = foldLearner(ids.learner, [...events.slice(0, 2), elsewhere]);
    const folded = { [own]: 2, [`${ids.otherStation}:${ids.otherStore}`]: 1 };
    expect(liveState({ state, folded }, events).attempts).toBe(4);
  });

  it('[LSN9] takes own events in order, however they were kept', () => {
    expect(liveState(unknownLearner(ids.learner), [...events].reverse())).toEqual(whole);
  });
});
