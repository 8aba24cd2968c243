import { describe, expect, it } from 'vitest';
import { familyOf } from '../../../domain/tiles/families.ts';
import { TileRack } from '../../../domain/tiles/tile-rack.ts';
import { drawings } from '../../../shared/contracts/drawings.ts';
import type { PeopleView } from '../../../shared/contracts/ipc/views.ts';
import { peopleViewSchema } from '../../../shared/contracts/ipc/views.ts';
import {
  afterTry,
  isWhole,
  startEntry,
  touchPicture,
  touchDigit,
  undoLast,
  waitLeft,
} from './code-entry.ts';
import type { CodeEntry } from './code-entry.ts';
import { emptyCard, eraseDigit, typeDigit } from './card-entry.ts';
import { nothingTouched, pageFor, whoStep } from './people-pages.ts';
import type { Person, Touched, WhoStep } from './people-pages.ts';

const letters = 'abcdefghjkmnpqrstvwxyz';
const groups = ['gr-aaaaaaaa', 'gr-bbbbbbbb', 'gr-cccccccc'];
const inGroup = (group: string) => ({ group, family: null });

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
      card: null,
    })),
  });
}

describe('who are you? [KSK3]', () => {
  it('shows everybody while they fit one page', () => {
    const step = whoStep(people(12, 3), nothingTouched);
    expect(step).toMatchObject({ show: 'tiles', group: null });
  });

  it('shows group symbols first where there are more, and leaves out empty groups', () => {
    const step = whoStep(people(40, 2), nothingTouched);
    expect(step.show === 'groups' && step.groups.map(({ group }) => group)).toEqual(
      groups.slice(0, 2),
    );
  });

  it('shows groups first where two tiles look alike, as tiles differ only within a group', () => {
    expect(whoStep(people(3, 3, true), nothingTouched).show).toBe('groups');
  });

  it('shows a group’s own people once its symbol is touched', () => {
    const step = whoStep(people(40, 2), inGroup('gr-bbbbbbbb'));
    expect(step.show === 'tiles' && step.learners.every(({ group }) => group === groups[1])).toBe(
      true,
    );
  });

  it('asks for no group where there is only one, or where the touched one is gone', () => {
    expect(whoStep(people(20, 1), nothingTouched).show).toBe('tiles');
    expect(whoStep(people(40, 2), inGroup('gr-cccccccc')).show).toBe('groups');
  });

  it('shows tiles that only newer software draws, whatever their number', () => {
    expect(whoStep(people(40, 1), nothingTouched)).toMatchObject({ show: 'tiles' });
  });

  it('[KSK2] [KSK3] leaves room for the arrows where more things come than one page holds', () => {
    expect(pageFor(60)).toMatchObject({ columns: 10, rows: 6 });
    expect(pageFor(61)).toMatchObject({ columns: 7, rows: 6 });
  });

  it('tells a station that waits from a lab without learners', () => {
    expect(whoStep(people(0, 1), nothingTouched).show).toBe('nobody');
    expect(whoStep({ ...people(0, 1), ready: false }, nothingTouched).show).toBe('not-ready');
  });
});

/** A site with groups of these sizes, tiles dealt as the hub deals them. */
function site(sizes: readonly number[]) {
  const id = (count: number, length: number) =>
    count.toString(2).padStart(length, '0').replaceAll('1', 'a');
  return peopleViewSchema.parse({
    ready: true,
    groups: sizes.map((_, place) => ({
      group: `gr-${id(place, 8)}`,
      name: { km: `ក្រុម ${place}` },
      symbol: drawings[place % drawings.length],
    })),
    learners: sizes.flatMap((size, place) => {
      const rack = new TileRack();
      return Array.from({ length: size }, (_, member) => ({
        learner: `ln-${(place * 512 + member).toString(8).padStart(12, '0')}`,
        name: { km: `អ្នកទី ${member}` },
        group: `gr-${id(place, 8)}`,
        tile: rack.takeFarthest(),
        card: null,
      }));
    }),
  });
}

/** {@link whoStep} of one view; the same step serves everybody who comes that way. */
function stepsOf(view: PeopleView): (touched: Touched) => WhoStep {
  const known = new Map<string, WhoStep>();
  return (touched) => {
    const way = JSON.stringify(touched);
    const step = known.get(way) ?? whoStep(view, touched);
    known.set(way, step);
    return step;
  };
}

/** How many touches lead from the first screen to somebody's picture code. */
function touchesTo(who: Person, stepAfter: ReturnType<typeof stepsOf>): number {
  let touched = nothingTouched;
  for (let touches = 1; touches < 9; touches += 1) {
    const step = stepAfter(touched);
    if (step.show === 'groups') {
      expect(step.groups.length).toBeLessThanOrEqual(onePage);
      touched = { group: who.group, family: null };
    } else if (step.show === 'families') {
      touched = { ...touched, family: familyOf(who.tile.picture) };
    } else if (step.show === 'tiles') {
      const { columns, rows } = pageFor(step.learners.length);
      expect(step.learners.length).toBeLessThanOrEqual(columns * rows);
      expect(
        step.learners.filter(
          ({ tile }) => tile.picture === who.tile.picture && tile.colour === who.tile.colour,
        ),
      ).toEqual([who]);
      return touches;
    }
  }
  return Infinity;
}

const onePage = pageFor(60).columns * pageFor(60).rows;
function farthest(view: PeopleView): number {
  const stepAfter = stepsOf(view);
  return Math.max(...view.learners.map((who) => touchesTo(who, stepAfter)));
}

describe('the way to one’s tile [KSK3]', () => {
  it('is three touches at most, to any of 5,000 learners in 60 groups, and never a page to turn', () => {
    const view = site(Array.from({ length: 60 }, (_, place) => (place % 3 === 0 ? 84 : 83)));
    expect(view.learners).toHaveLength(5_000);
    expect(farthest(view)).toBe(3);
  });

  it('is three touches at most where one group has 480, and two where that is all', () => {
    expect(farthest(site([480, ...Array.from({ length: 59 }, () => 30)]))).toBe(3);
    expect(farthest(site([480]))).toBe(2);
  });
});

describe('the number on one’s card [KSK11]', () => {
  const [who] = people(1, 1).learners;
  const person = who && { ...who, card: '572400' };
  const typing = (digits: string) =>
    Array.from(digits.slice(1)).reduce(
      (now, digit) => typeDigit(now.entry, digit, person ? [person] : []),
      typeDigit(emptyCard, digits.charAt(0), person ? [person] : []),
    );

  it('finds its learner with the sixth digit', () => {
    expect(typing('57240').found).toBeNull();
    expect(typing('572400').found).toBe(person);
  });

  it('that is nobody’s is told as such, and typed anew', () => {
    expect(typing('572401')).toEqual({ entry: { typed: '', unknown: true }, found: null });
    expect(typing('5724015').entry).toEqual({ typed: '5', unknown: false });
    expect(eraseDigit(typing('57').entry).typed).toBe('5');
  });
});

describe('the picture code [KSK4]', () => {
  const four = ['rice', 'fish', 'moon', 'drum'] as const;
  const touched = four.reduce(touchPicture, startEntry);

  it('is whole after four different pictures', () => {
    expect(isWhole(touched, 4)).toBe(true);
    expect(touchPicture(touched, 'boat')).toBe(touched);
  });

  it('counts a picture touched twice in a row once, as trembling hands do', () => {
    const once = touchPicture(startEntry, 'rice');
    expect(touchPicture(once, 'rice')).toBe(once);
  });

  it('[SGN10] counts a digit as often as it is typed, as far as the PIN is long', () => {
    const typed = ['1', '1', '2', '3', '3', '9'].reduce<CodeEntry<string>>(
      (entry, digit) => touchDigit(entry, digit, 5),
      startEntry,
    );
    expect(typed.touched).toEqual(['1', '1', '2', '3', '3']);
  });

  it('takes one picture back', () => {
    expect(undoLast(touched).touched).toEqual(['rice', 'fish', 'moon']);
    expect(undoLast(startEntry).touched).toEqual([]);
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
