import { describe, expect, it } from 'vitest';
import type { ScormItem, ScormPackage } from '../scorm-package.ts';
import type { ActivityRules, RollupRule, SequencingRule } from '../sequencing-rules.ts';
import { Sequencer } from './sequencer.ts';
import type { Said } from './sequencer.ts';
import type { KeptTracking } from './tracking.ts';

const flow = { flow: true };

/** An item of a package: a leaf, or a heading over others. */
function item(id: string, rules: ActivityRules = {}, ...children: readonly ScormItem[]): ScormItem {
  return {
    id,
    title: id,
    launch: children.length > 0 ? null : { href: `${id}.html`, isSco: true },
    visible: true,
    children,
    prerequisites: null,
    masteryScore: null,
    launchData: null,
    maxTimeAllowed: null,
    timeLimitAction: null,
    rules,
  };
}

const packageOf = (rules: ActivityRules, ...items: readonly ScormItem[]): ScormPackage => ({
  edition: '2004',
  id: 'whole',
  title: 'Whole',
  items,
  rules,
  collections: {},
  files: [],
});

const rule = (action: string, condition: string, not = false): SequencingRule => ({
  action,
  conditionCombination: 'all',
  conditions: [{ condition, ...(not && { operator: 'not' }) }],
});
const when = (
  kind: 'pre' | 'exit' | 'post',
  ...rules: readonly SequencingRule[]
): ActivityRules => ({
  sequencingRules: {
    preConditionRules: kind === 'pre' ? rules : [],
    exitConditionRules: kind === 'exit' ? rules : [],
    postConditionRules: kind === 'post' ? rules : [],
  },
});
const rollup = (
  consideration: string,
  action: string,
  condition: string,
  more = {},
): ActivityRules => {
  const one: RollupRule = { ...rule(action, condition), consideration, ...more };
  return { rollupRules: { rules: [one] } };
};
const inFlow = (over: ActivityRules = {}): ActivityRules => ({
  ...over,
  sequencingControls: { ...flow, ...over.sequencingControls },
});

const begin = (scormPackage: ScormPackage, kept: KeptTracking | null = null, chance = () => 0) =>
  new Sequencer(scormPackage, kept, chance);
const said = (whole: Said['objectives'][string]): Said => ({
  objectives: { '': whole },
  spoken: (['completed', 'satisfied'] as const).filter((name) => name in whole),
});

/** Goes on from item to item, each of which says what stands beside it; what was opened. */
function walk(sequencer: Sequencer, ...says: readonly Said['objectives'][string][]): string {
  const opened = [sequencer.open ?? sequencer.ask({ to: 'start' })];
  for (const one of says) {
    const at = sequencer.open;
    if (at === null) break;
    sequencer.hear(at, said(one));
    opened.push(sequencer.ask({ to: 'continue' }));
  }
  return opened.map((id) => id ?? '-').join(' ');
}
const leaveAlways = when('post', rule('exitParent', 'always'));
const done = { completed: true };
const passed = { satisfied: true };
const failed = { satisfied: false };

describe('a package of SCORM 2004 is sequenced', () => {
  it('[PCE11] in its flow, into headings and past what is to be skipped', () => {
    const skip = when('pre', rule('skip', 'always'));
    const three = packageOf(
      inFlow(),
      item('a'),
      item('part', inFlow(), item('b', skip), item('c')),
      item('d'),
    );
    expect(walk(begin(three), {}, {}, {})).toBe('a c d -');
    const back = begin(three);
    walk(back, {}, {});
    expect(back.ask({ to: 'previous' })).toBe('c');
    expect(back.ask({ to: 'previous' })).toBe('a');
    expect(back.mayAsk({ to: 'previous' })).toBe(false);
  });

  it('[PCE11] forward only, where it says so', () => {
    const onward = inFlow({ sequencingControls: { forwardOnly: true, choice: true } });
    const sequencer = begin(packageOf(onward, item('a'), item('b'), item('c')));
    walk(sequencer, {});
    expect(sequencer.mayAsk({ to: 'previous' })).toBe(false);
    expect(sequencer.mayAsk({ to: 'choice', id: 'a' })).toBe(false);
    expect(sequencer.mayAsk({ to: 'choice', id: 'c' })).toBe(true);
  });

  it('[PCE11] backwards from its end into a heading that only goes forward: at its beginning', () => {
    const onward = inFlow({ sequencingControls: { forwardOnly: true } });
    const skip = when('pre', rule('skip', 'attempted'));
    const sequencer = begin(
      packageOf(inFlow(), item('z'), item('part', onward, item('a', skip), item('b')), item('c')),
    );
    expect(walk(sequencer, {}, {}, {})).toBe('z a b c');
    expect(sequencer.ask({ to: 'previous' })).toBe('b');
  });

  it('[PCE11] by choice alone, where nothing flows', () => {
    const sequencer = begin(packageOf({}, item('a'), item('part', {}, item('b'))));
    expect(sequencer.ask({ to: 'start' })).toBeNull();
    expect(sequencer.mayAsk({ to: 'choice', id: 'part' })).toBe(false);
    expect(sequencer.ask({ to: 'choice', id: 'b' })).toBe('b');
    expect(sequencer.mayAsk({ to: 'continue' })).toBe(false);
    expect(sequencer.ask({ to: 'choice', id: 'no-such' })).toBeNull();
    expect(sequencer.open).toBe('b');
  });

  it('[PCE11] with what it hides, disables or has had enough of left out', () => {
    const sequencer = begin(
      packageOf(
        inFlow(),
        item('a', { attemptLimit: 1 }),
        item('b', when('pre', rule('disabled', 'always'))),
        item('c', when('pre', rule('hiddenFromChoice', 'always'))),
        item('d', when('pre', rule('stopForwardTraversal', 'activityProgressKnown', true))),
        item('e'),
      ),
    );
    const choices = () =>
      ['a', 'b', 'c', 'd', 'e'].filter((id) => sequencer.mayAsk({ to: 'choice', id })).join('');
    expect(choices()).toBe('ade');
    sequencer.ask({ to: 'choice', id: 'd' });
    expect(choices()).toBe('ad');
    sequencer.hear('d', said(done));
    expect(choices()).toBe('ade');
    sequencer.ask({ to: 'choice', id: 'a' });
    sequencer.ask({ to: 'choice', id: 'e' });
    expect(choices()).toBe('de');
    expect(sequencer.ask({ to: 'jump', id: 'c' })).toBe('c');
  });

  it('[PCE11] without leaving what may not be left, entering what isn’t to be entered so, or going far', () => {
    const tied = { sequencingControls: { choiceExit: false, flow: true } };
    const held = begin(packageOf(inFlow(), item('part', tied, item('a'), item('b')), item('c')));
    walk(held);
    expect(held.mayAsk({ to: 'choice', id: 'b' })).toBe(true);
    expect(held.mayAsk({ to: 'choice', id: 'c' })).toBe(false);
    const shut = { sequencingControls: { preventActivation: true, flow: true } };
    const kept = begin(packageOf(inFlow(), item('a'), item('part', shut, item('b'), item('c'))));
    walk(kept);
    expect(kept.mayAsk({ to: 'choice', id: 'part' })).toBe(true);
    expect(kept.mayAsk({ to: 'choice', id: 'c' })).toBe(false);
    kept.ask({ to: 'continue' });
    expect(kept.mayAsk({ to: 'choice', id: 'c' })).toBe(true);
    const near = { sequencingControls: { constrainChoice: true, flow: true } };
    const step = begin(
      packageOf(
        inFlow(),
        item('part', near, item('a'), item('b')),
        item('next', inFlow(), item('c')),
        item('far', inFlow(), item('d')),
      ),
    );
    walk(step);
    expect(['b', 'c', 'd'].filter((id) => step.mayAsk({ to: 'choice', id }))).toEqual(['b', 'c']);
  });

  it('[PCE11] as its rules after an item say', () => {
    const parts = (post: ActivityRules, after: ActivityRules = {}) =>
      packageOf(
        inFlow(),
        item('part', inFlow(after), item('a', post), item('b', leaveAlways)),
        item('c'),
      );
    const leave = when('post', rule('exitParent', 'satisfied'));
    expect(walk(begin(parts(leave)), passed)).toBe('a c');
    expect(walk(begin(parts(leave)), failed)).toBe('a b');
    const again = when('post', rule('retry', 'satisfied', true));
    expect(walk(begin(parts(again)), failed, passed)).toBe('a a b');
    const all = when('post', rule('retryAll', 'satisfied', true));
    expect(walk(begin(parts({}, all)), failed, failed)).toBe('a b a');
    const stop = when('post', rule('exitAll', 'always'));
    expect(walk(begin(parts(stop)), passed)).toBe('a -');
    const left = when('exit', rule('exit', 'satisfied'));
    const early = { ...left, ...rollup('any', 'satisfied', 'satisfied') };
    expect(walk(begin(parts({}, early)), passed)).toBe('a c');
  });

  it('[PCE11] with rules that hold together or one by one, and none for what is unknown', () => {
    const both = (conditionCombination: string): ActivityRules => ({
      sequencingRules: {
        ...when('pre').sequencingRules,
        preConditionRules: [
          {
            action: 'skip',
            conditionCombination,
            conditions: [{ condition: 'always' }, { condition: 'satisfied', operator: 'not' }],
          },
        ],
        exitConditionRules: [],
        postConditionRules: [],
      },
    });
    const walked = (combination: string) =>
      walk(begin(packageOf(inFlow(), item('a'), item('b', both(combination)), item('c'))), {});
    expect(walked('any')).toBe('a c');
    expect(walked('all')).toBe('a b');
  });
});

describe('what became of items of SCORM 2004', () => {
  const whole = (rules: ActivityRules, ...says: readonly Said['objectives'][string][]) => {
    const items = says.map((_, index) => item(`i${index}`));
    const sequencer = begin(packageOf(inFlow(rules), ...items));
    walk(sequencer, ...says);
    return sequencer.outcome;
  };

  it('[PCE11] comes to the whole: all of it, unless one says otherwise', () => {
    expect(whole({}, { ...done, ...passed }, { ...done, ...passed })).toEqual({
      completed: true,
      passed: true,
    });
    expect(whole({}, { ...done, ...passed }, { completed: false, ...failed })).toEqual({
      completed: false,
      passed: false,
    });
    // What says nothing of itself is taken for done and passed; what says that it is unknown, isn't.
    expect(whole({}, {}, {})).toEqual({ completed: true, passed: true });
    expect(whole({}, {}, { completed: null, satisfied: null })).toEqual({
      completed: null,
      passed: null,
    });
  });

  it('[PCE11] comes to it by rules of its own', () => {
    const count = { minimumCount: 2 };
    const two = rollup('atLeastCount', 'satisfied', 'satisfied', count);
    expect(whole(two, passed, failed, passed).passed).toBe(true);
    expect(whole(two, passed, failed, failed).passed).toBeNull();
    const half = rollup('atLeastPercent', 'satisfied', 'satisfied', { minimumPercent: 0.5 });
    expect(whole(half, passed, failed).passed).toBe(true);
    expect(whole(half, passed, failed, failed).passed).toBeNull();
    expect(whole(rollup('none', 'satisfied', 'satisfied'), failed, failed).passed).toBe(true);
    expect(whole(rollup('any', 'notSatisfied', 'attempted'), passed, passed).passed).toBe(false);
  });

  it('[PCE11] counts by weight where the measure decides, and not where an item is left out', () => {
    const measured: ActivityRules = {
      primaryObjective: {
        objectiveID: '',
        isPrimary: true,
        satisfiedByMeasure: true,
        minNormalizedMeasure: 0.6,
        mapInfo: [],
      },
    };
    const weigh = (weight: number): ActivityRules => ({
      sequencingControls: { objectiveMeasureWeight: weight },
    });
    const scored = (first: ActivityRules) => {
      const sequencer = begin(packageOf(inFlow(measured), item('a', first), item('b')));
      walk(sequencer, { measure: 0.8 }, { measure: 0.2 });
      return sequencer.outcome.passed;
    };
    expect(scored(weigh(1))).toBe(false);
    expect(scored(weigh(3))).toBe(true);
    expect(scored({ deliveryControls: { tracked: false } })).toBe(false);
  });

  it('[PCE11] counts as they say when: attempted, not suspended, not skipped', () => {
    const only = (required: string, ...others: readonly ActivityRules[]) => {
      const asks = { rollupConsiderations: { requiredForSatisfied: required } };
      const second = Object.assign({}, asks, ...others);
      const sequencer = begin(packageOf(inFlow(), item('a'), item('b', second)));
      walk(sequencer);
      sequencer.hear('a', said(passed));
      return sequencer.outcome.passed;
    };
    expect(only('always')).toBeNull();
    expect(only('ifAttempted')).toBe(true);
    expect(only('ifNotSuspended')).toBe(true);
    expect(only('ifNotSkipped')).toBeNull();
    expect(only('ifNotSkipped', when('pre', rule('skip', 'always')))).toBe(true);
  });

  it('[PCE11] is told to others by the objectives they share', () => {
    const shared = (more: Record<string, boolean>): ActivityRules => ({
      primaryObjective: {
        objectiveID: 'own',
        isPrimary: true,
        mapInfo: [{ targetObjectiveID: 'shared', ...more }],
      },
    });
    const skip = when('pre', rule('skip', 'satisfied'));
    const test = packageOf(
      inFlow(),
      item('test', shared({ writeSatisfiedStatus: true, writeNormalizedMeasure: true })),
      item('lesson', { ...skip, ...shared({}) }),
      item('end'),
    );
    expect(walk(begin(test), { ...passed, measure: 0.9 })).toBe('test end');
    const sequencer = begin(test);
    expect(walk(sequencer, { ...failed, measure: 0.3 })).toBe('test lesson');
    expect(sequencer.objectivesOf('lesson')).toMatchObject([
      { id: 'own', isPrimary: true, satisfied: false, measure: 0.3 },
    ]);
  });

  it('[PCE11] counts for a heading in its present attempt alone, unless it says otherwise', () => {
    const left = when('exit', rule('exit', 'completed'));
    const part = (over: Record<string, boolean>) =>
      inFlow({ ...left, ...rollup('any', 'completed', 'completed'), sequencingControls: over });
    const backInto = (over: Record<string, boolean>) => {
      const sequencer = begin(
        packageOf(inFlow(), item('part', part(over), item('a'), item('b')), item('c')),
      );
      expect(walk(sequencer, done)).toBe('a c');
      expect(sequencer.ask({ to: 'previous' })).toBe('b');
      sequencer.hear('b', said({ completed: false }));
      return sequencer.ask({ to: 'previous' });
    };
    expect(backInto({})).toBe('a');
    expect(backInto({ useCurrentAttemptProgressInfo: false })).toBeNull();
  });
});

describe('a sitting with SCORM 2004', () => {
  const two = packageOf(inFlow(), item('a'), item('b'));
  const reopened = (sequencer: Sequencer, scormPackage = two) =>
    begin(scormPackage, sequencer.kept);

  it('[PCE11] goes on in what is open, and in what was suspended', () => {
    const first = begin(two);
    walk(first, done);
    expect(reopened(first).open).toBe('b');
    first.suspend('b', true);
    first.ask({ to: 'suspendAll' });
    expect(first.open).toBeNull();
    const second = reopened(first);
    expect(second.ask({ to: 'resumeAll' })).toBe('b');
    expect(second.mayAsk({ to: 'resumeAll' })).toBe(false);
    expect(second.ask({ to: 'previous' })).toBe('a');
  });

  it('[PCE11] begins anew after all of it was left, with what became of it', () => {
    const first = begin(two);
    walk(first, { ...done, ...passed }, { ...done, ...passed });
    const second = reopened(first);
    expect(second.ask({ to: 'resumeAll' })).toBeNull();
    expect(second.outcome).toEqual({ completed: true, passed: true });
    expect(second.ask({ to: 'start' })).toBe('a');
  });

  it('[PCE11] forgets what was said in an attempt that is given up', () => {
    const sequencer = begin(two);
    walk(sequencer, failed);
    sequencer.hear('b', said(failed));
    expect(sequencer.ask({ to: 'abandonAll' })).toBeNull();
    expect(sequencer.open).toBeNull();
    expect(reopened(sequencer).objectivesOf('b')).toMatchObject([{ satisfied: null }]);
    expect(reopened(sequencer).objectivesOf('a')).toMatchObject([{ satisfied: false }]);
  });

  it('[PCE11] draws some of a pool in an order of its own, and the same ones later', () => {
    const pool = inFlow({
      sequencingControls: {
        selectionTiming: 'once',
        selectCount: 2,
        randomizationTiming: 'onEachNewAttempt',
        reorderChildren: true,
      },
    });
    const items = ['a', 'b', 'c', 'd'].map((id) => item(id));
    const drawn = begin(packageOf(pool, ...items), null, () => 0);
    const first = drawn.ask({ to: 'start' });
    const second = drawn.ask({ to: 'continue' });
    expect(new Set([first, second]).size).toBe(2);
    const left = ['a', 'b', 'c', 'd'].filter((id) => id !== first && id !== second);
    expect(left.map((id) => drawn.mayAsk({ to: 'choice', id }))).toEqual([false, false]);
    expect(reopened(drawn, packageOf(pool, ...items)).open).toBe(second);
  });

  it('begins anew with what is kept of another package', () => {
    const other = begin(packageOf(inFlow(), item('x')));
    walk(other);
    expect(reopened(other).ask({ to: 'start' })).toBe('a');
  });
});
