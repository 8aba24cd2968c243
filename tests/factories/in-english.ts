import type { BrokenRule } from '../../src/shared/words/rule.ts';

/** Problems as an author reads them in English. */
export const inEnglish = <Told extends BrokenRule>(problems: readonly Told[]) =>
  problems.map(({ problem, fix, ...place }) => ({ ...place, problem: problem.en, fix: fix.en }));
