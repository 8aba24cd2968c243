import { describe, expect, it } from 'vitest';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import type { EventPayload, OpenedEvent } from '../../shared/contracts/documents/event.ts';
import { mostPlaces } from '../../shared/contracts/documents/state.ts';
import { maxPlaceBytes } from '../../shared/contracts/piece.ts';
import { foldLearner } from './fold-learner.ts';

const inPiece = { sitting: ids.sitting, pack: ids.pack, version: ids.version, piece: 'film' };
const opened = (over = {}): EventPayload => ({ type: 'piece.opened', ...inPiece, ...over });
const saved = (place: string, over = {}): EventPayload => ({
  type: 'piece.saved',
  ...inPiece,
  activeMs: 1000,
  place,
  ...over,
});
const reported = (score: number | null, over = {}): EventPayload => ({
  type: 'piece.reported',
  ...inPiece,
  activeMs: 0,
  score,
  passed: null,
  completed: false,
  ...over,
});
const left = (): EventPayload => ({ type: 'piece.left', ...inPiece, activeMs: 500 });

const events = (given: readonly EventPayload[]): OpenedEvent[] =>
  given.map((payload, index) => openedEvent(payload, { seq: index + 1 }));
const fold = (...given: EventPayload[]) => foldLearner(ids.learner, events(given));
const key = `${ids.pack}/film`;
const film = (...given: EventPayload[]) =>
  Object.entries(fold(...given).pieces).find(([each]) => each === key)?.[1];

describe('the fold of pieces', () => {
  it('keeps the last place, best and last score, passed, completed and time [PCE4]', () => {
    const state = fold(
      opened(),
      saved('1:00'),
      reported(0.8, { passed: true }),
      reported(0.4, { passed: false }),
      saved('2:00'),
      reported(null, { completed: true }),
      left(),
    );
    expect(state.pieces).toMatchObject({
      [key]: { place: '2:00', best: 0.8, last: 0.4, passed: true, completed: true, activeMs: 2500 },
    });
    expect(state.activeMs).toBe(2500);
    expect(state).toMatchObject({ attempts: 0, right: 0, lessons: {} });
  });

  it('says in the seat what is open, until it is left', () => {
    expect(fold(payloads.started(), opened()).seat?.lesson).toBe(key);
    expect(fold(payloads.started(), opened(), left()).seat?.lesson).toBeNull();
  });

  it('has a place of the version it was saved in only [PCE5]', () => {
    const other = { version: ids.nextVersion };
    expect(film(opened(), saved('a'), opened(other))?.place).toBeNull();
    expect(film(opened(), saved('a'), opened(other), saved('late'))?.place).toBeNull();
    expect(film(opened(), saved('a'), opened())?.place).toBe('a');
  });

  it('forgets why it failed when it opens again', () => {
    const failed: EventPayload = {
      type: 'piece.failed',
      ...inPiece,
      activeMs: 0,
      reason: 'silent',
      detail: '',
    };
    expect(film(opened(), failed)?.fault).toEqual({ reason: 'silent', detail: '' });
    expect(film(opened(), failed, opened())?.fault).toBeNull();
  });

  it('keeps the newest places only, however many there are and however long [PCE5]', () => {
    const pieces = Array.from({ length: mostPlaces + 5 }, (_, index) => `p${index}`);
    const short = fold(...pieces.map((piece) => saved('x', { piece })));
    const kept = Object.values(short.pieces).filter(({ place }) => place !== null);
    expect(kept.map(({ piece }) => piece)).toEqual(pieces.slice(5));
    const long = fold(...pieces.map((piece) => saved('y'.repeat(maxPlaceBytes - 2), { piece })));
    const length = Object.values(long.pieces).reduce(
      (sum, { place }) => sum + (place?.length ?? 0),
      0,
    );
    expect(length).toBeLessThanOrEqual(256 * 1024);
    expect(Object.keys(long.pieces)).toHaveLength(pieces.length);
  });
});
