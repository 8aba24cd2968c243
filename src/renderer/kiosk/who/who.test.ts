import { describe, expect, it } from 'vitest';
import { peopleViewSchema } from '../../../shared/contracts/ipc/views.ts';
import {
  afterTry,
  isWhole,
  startEntry,
  touchPicture,
  undoPicture,
  waitLeft,
} from './code-entry.ts';
import { whoStep } from './people-pages.ts';

const letters = 'abcdefghjkmnpqrstvwxyz';
const groups = ['gr-aaaaaaaa', 'gr-bbbbbbbb', 'gr-cccccccc'];

/** `count` people shared out among the first `groupCount` groups, each with a tile of their own. */
function people(count: number, groupCount: number, sameTile = false) {
  return peopleViewSchema.parse({
    ready: true,
    groups: groups.map((group) => ({ group, name: { km: group }, symbol: 'boat' })),
    learners: Array.from({ length: count }, (_, index) => ({
      learner: `ln-aaaaaaaaaa${letters[Math.floor(index / 20)]}${letters[index % 20]}`,
      name: { km: `អ្នកទី ${index}` },
      group: groups[index % groupCount],
      tile: { picture: sameTile ? 'boat' : `p-${letters[index % 20]}`, colour: 'leaf' },
    })),
  });
}

describe('who are you? [KSK3]', () => {
  it('shows everybody while they fit one page', () => {
    expect(whoStep(people(12, 3), null)).toMatchObject({ show: 'tiles', group: null });
  });

  it('shows group symbols first where there are more, and leaves out empty groups', () => {
    const step = whoStep(people(40, 2), null);
    expect(step.show === 'groups' && step.groups.map(({ group }) => group)).toEqual(
      groups.slice(0, 2),
    );
  });

  it('shows groups first where two tiles look alike, as tiles differ only within a group', () => {
    expect(whoStep(people(3, 3, true), null).show).toBe('groups');
  });

  it('shows a group’s own people once its symbol is touched', () => {
    const step = whoStep(people(40, 2), 'gr-bbbbbbbb');
    expect(step.show === 'tiles' && step.learners.every(({ group }) => group === groups[1])).toBe(
      true,
    );
  });

  it('asks for no group where there is only one, or where the touched one is gone', () => {
    expect(whoStep(people(40, 1), null).show).toBe('tiles');
    expect(whoStep(people(40, 2), 'gr-cccccccc').show).toBe('groups');
  });

  it('tells a station that waits from a lab without learners', () => {
    expect(whoStep(people(0, 1), null).show).toBe('nobody');
    expect(whoStep({ ...people(0, 1), ready: false }, null).show).toBe('not-ready');
  });
});

describe('the picture code [KSK4]', () => {
  const four = ['rice', 'fish', 'moon', 'drum'] as const;
  const touched = four.reduce(touchPicture, startEntry);

  it('is whole after four different pictures', () => {
    expect(isWhole(touched)).toBe(true);
    expect(touchPicture(touched, 'boat')).toBe(touched);
  });

  it('counts a picture touched twice in a row once, as trembling hands do', () => {
    const once = touchPicture(startEntry, 'rice');
    expect(touchPicture(once, 'rice')).toBe(once);
  });

  it('takes one picture back', () => {
    expect(undoPicture(touched).touched).toEqual(['rice', 'fish', 'moon']);
    expect(undoPicture(startEntry).touched).toEqual([]);
  });

  it('begins anew after a wrong one, and remembers how many there were', () => {
    const after = afterTry(touched, { result: 'wrong', wrongTries: 2, waitMs: 0 }, 1_000);
    expect(after).toMatchObject({ touched: [], wrongTries: 2 });
    expect(waitLeft(after, 1_000)).toBe(0);
  });

  it('counts a wait down to nothing, and not below', () => {
    const after = afterTry(touched, { result: 'wait', waitMs: 5_000 }, 1_000);
    expect(waitLeft(after, 3_000)).toBe(3_000);
    expect(waitLeft(after, 60_000)).toBe(0);
  });

  it('stays as it is while the door opens', () => {
    expect(afterTry(touched, { result: 'signed-in' }, 1_000)).toBe(touched);
  });
});
