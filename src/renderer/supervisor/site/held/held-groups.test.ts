import { describe, expect, it } from 'vitest';
import { heldItemSchema } from '../../../../shared/contracts/ipc/held-views.ts';
import type { HeldItem } from '../../../../shared/contracts/ipc/held-views.ts';
import {
  fingerprintOf,
  groupsOf,
  hasTwins,
  mayBe,
  placeIn,
  reasonsFor,
  takesTwo,
  tally,
} from './held-groups.ts';

function item(at: number, over: Partial<HeldItem> = {}): HeldItem {
  return heldItemSchema.parse({
    content: String(at).padStart(64, '0'),
    reason: 'signature',
    event: `st-aaaaaaaa:0123456789abcdef:${String(at).padStart(12, '0')}`,
    type: 'attempt.recorded',
    stationName: null,
    learnerName: null,
    ofLearner: true,
    recordedMs: null,
    wallMs: 0,
    bytes: 500,
    carrier: null,
    decided: null,
    ...over,
  });
}

describe('[SUP14] what is set apart', () => {
  it('stands under why it is held, twins beside each other, nothing left out', () => {
    const [one, two] = [item(1, { reason: 'clone' }), item(3)];
    const [three, four] = [
      item(2, { reason: 'clone' }),
      item(9, { reason: 'clone', event: one.event }),
    ];
    const groups = groupsOf([one, two, three, four]);
    expect(groups.map(({ reason }) => reason)).toEqual(['signature', 'clone']);
    expect(groups[1]?.records).toEqual([[one, four], [three]]);
  });

  it('[HUB16] is told apart by which came first: it counted, or the hub’s clock says it', () => {
    const { event } = item(1);
    const twins = (first: Partial<HeldItem>, other: Partial<HeldItem> = {}) => {
      const both = [item(1, { reason: 'clone', ...other }), item(2, { event, ...first })];
      const [records = []] = groupsOf(both)[0]?.records ?? [];
      return records.map((each) => [each.content.at(-1), placeIn(records, each)]);
    };
    const inOrder = [
      ['2', 'first'],
      ['1', 'later'],
    ];
    expect(twins({ counted: true, cameMs: 9 }, { cameMs: 5 })).toEqual(inOrder);
    expect(twins({ cameMs: 5 }, { cameMs: 9 })).toEqual(inOrder);
    expect(twins({ cameMs: 5 }).map(([, place]) => place)).toEqual([null, null]);
    expect(placeIn([item(1)], item(1))).toBe('only');
    expect(fingerprintOf(`3fa291bc${'0'.repeat(56)}`)).toBe('3fa2 91bc');
  });

  it('[HUB16] never lets two of one number count together', () => {
    const both = [item(1, { reason: 'clone' }), item(2, { reason: 'clone', event: item(1).event })];
    expect([hasTwins(both), mayBe(both)]).toEqual([true, { release: false, reject: true }]);
    expect(hasTwins(both.slice(1))).toBe(false);
  });

  it('can be rejected whatever it is, and count only where something in it can', () => {
    expect(mayBe([])).toEqual({ release: false, reject: false });
    expect(mayBe([item(1), item(2, { reason: 'unknown-origin' })])).toEqual({
      release: true,
      reject: true,
    });
    expect(mayBe([item(1), item(2, { reason: 'shape' })])).toEqual({
      release: false,
      reject: true,
    });
  });

  it('[PRM4] takes two to count where no station of the site signed it for a learner', () => {
    expect(takesTwo([item(1, { reason: 'clone' }), item(2, { reason: 'unknown-key' })])).toBe(
      false,
    );
    for (const reason of ['signature', 'unknown-origin'] as const) {
      expect(takesTwo([item(1, { reason: 'clone' }), item(2, { reason })])).toBe(true);
      expect(takesTwo([item(2, { reason, ofLearner: false })])).toBe(false);
    }
  });

  it('is decided over with reasons that fit what was chosen', () => {
    expect(reasonsFor('release', [item(1, { reason: 'clone' })])).toEqual([
      'witnessed',
      'right-one',
    ]);
    expect(reasonsFor('release', [item(1)])).toEqual(['witnessed']);
    const both = [item(1, { reason: 'shape' }), item(2, { reason: 'clone' })];
    expect(reasonsFor('reject', both)).toContain('damaged');
    expect(reasonsFor('reject', both)).toContain('other-one');
  });

  it('is counted by what a decision came to', () => {
    const content = 'a'.repeat(64);
    const outcomes = (['released', 'already', 'unreadable'] as const).map((outcome) => ({
      content,
      outcome,
    }));
    expect([...tally({ outcomes })]).toEqual([
      ['done', 2],
      ['unreadable', 1],
    ]);
  });
});
