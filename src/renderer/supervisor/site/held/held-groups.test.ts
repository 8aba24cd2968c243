import { describe, expect, it } from 'vitest';
import { heldItemSchema } from '../../../../shared/contracts/ipc/held-views.ts';
import type { HeldItem } from '../../../../shared/contracts/ipc/held-views.ts';
import { groupsOf, mayBe, tally } from './held-groups.ts';

function item(at: number, over: Partial<HeldItem> = {}): HeldItem {
  return heldItemSchema.parse({
    content: String(at).padStart(64, '0'),
    reason: 'signature',
    event: `st-aaaaaaaa:0123456789abcdef:${String(at).padStart(12, '0')}`,
    type: 'attempt.recorded',
    stationName: null,
    learnerName: null,
    recordedMs: null,
    wallMs: 0,
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
    expect(groups[1]?.items).toEqual([one, four, three]);
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
