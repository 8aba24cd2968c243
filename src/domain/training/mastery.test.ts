import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SkillProgress } from '../../shared/contracts/documents/state.ts';
import { mostAnswersLookedAt } from '../../shared/contracts/pack-manifest.ts';
import { skillAfter, skillStanding } from './mastery.ts';

const run = { seed: 20261122, numRuns: 300 };
const answers = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 });
const rule = fc
  .tuple(
    fc.integer({ min: 1, max: mostAnswersLookedAt }),
    fc.integer({ min: 1, max: mostAnswersLookedAt }),
  )
  .map(([a, b]) => ({ right: Math.min(a, b), of: Math.max(a, b) }));

const skillOf = (given: readonly boolean[]) =>
  given.reduce<SkillProgress | undefined>(skillAfter, undefined);
const rightOf = (given: readonly boolean[]) => given.filter(Boolean).length;

describe('mastery of a skill', () => {
  it('[MAS1] is there once so many of so many answers in a row were right, and not before', () => {
    fc.assert(
      fc.property(answers, rule, (given, mastery) => {
        const everEnough = given.some(
          (_, end) =>
            rightOf(given.slice(Math.max(0, end + 1 - mastery.of), end + 1)) >= mastery.right,
        );
        expect(skillStanding(skillOf(given), mastery).mastered).toBe(everEnough);
      }),
      run,
    );
  });

  it('[MAS1] counts the right ones of the last answers until then', () => {
    fc.assert(
      fc.property(answers, rule, (given, mastery) => {
        const { right, mastered } = skillStanding(skillOf(given), mastery);
        expect(right).toBe(mastered ? mastery.right : rightOf(given.slice(-mastery.of)));
      }),
      run,
    );
  });

  it('[MAS2] once there stays, whatever is answered later', () => {
    fc.assert(
      fc.property(answers, answers, rule, (given, later, mastery) => {
        fc.pre(skillStanding(skillOf(given), mastery).mastered);
        expect(skillStanding(skillOf([...given, ...later]), mastery)).toEqual({
          right: mastery.right,
          mastered: true,
        });
      }),
      run,
    );
  });

  it('[MAS1] of three in a row takes three in a row', () => {
    const inARow = { right: 3, of: 3 };
    const standing = (text: string) =>
      skillStanding(skillOf([...text].map((each) => each === '1')), inARow);
    expect(standing('110110')).toEqual({ right: 2, mastered: false });
    expect(standing('0111').mastered).toBe(true);
    expect(skillStanding(undefined, inARow)).toEqual({ right: 0, mastered: false });
  });
});
