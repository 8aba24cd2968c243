import { describe, expect, it } from 'vitest';
import { statementSchema } from '../../shared/contracts/xapi.ts';
import type { Unit } from './course-structure.ts';
import { judgeStatement, sessionExtension } from './judge-statement.ts';
import type { Judged, LaunchedUnit, UnitSaid } from './judge-statement.ts';
import { isSatisfied, isUnsaid, newOutcome } from './unit-outcome.ts';

const unit: Unit = {
  id: 'https://example.org/a',
  titles: {},
  url: 'a.html',
  moveOn: 'CompletedAndPassed',
  masteryScore: 0.8,
  launchParameters: null,
  entitlementKey: null,
  launchMethod: 'AnyWindow',
};
const actor = { objectType: 'Agent', account: { homePage: 'https://rean.invalid', name: 'l-1' } };
const launched: LaunchedUnit = {
  unit,
  activity: 'https://rean.invalid/p/c/unit/1',
  activities: new Set(['https://rean.invalid/p/c/unit/1', 'https://rean.invalid/p/c/unit/2']),
  registration: 'r-1',
  session: 's-1',
  actor,
};
const category = { category: [{ id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' }] };

/** What a unit says; cmi5's own unless `over` says otherwise. */
const statement = (verb: string, over: Record<string, unknown> = {}) =>
  statementSchema.parse({
    actor,
    verb: { id: verb.includes(':') ? verb : `http://adlnet.gov/expapi/verbs/${verb}` },
    object: { id: launched.activity },
    context: {
      registration: 'r-1',
      contextActivities: category,
      extensions: { [sessionExtension]: 's-1' },
    },
    ...over,
  });

const nothingSaid: UnitSaid = { inSession: [], since: [], outcome: newOutcome };
const begun: UnitSaid = {
  inSession: ['initialized'],
  since: ['initialized'],
  outcome: { ...newOutcome, begun: true },
};

const why = (judged: Judged) => (judged.kind === 'refused' ? judged.why : judged.kind);
const judge = (verb: string, over: Record<string, unknown> = {}, said = begun) =>
  judgeStatement(statement(verb, over), launched, said);
const score = (scaled: number) => ({ result: { score: { scaled } } });

/** What came of several, one after the other. */
function all(
  said: UnitSaid,
  ...verbs: readonly (readonly [verb: string, over?: Record<string, unknown>])[]
): UnitSaid {
  let now = said;
  for (const [verb, over] of verbs) {
    const judged = judge(verb, over, now);
    if (judged.kind === 'refused') throw new Error(judged.why);
    now = judged.said;
  }
  return now;
}

describe('what a unit of cmi5 says of itself', () => {
  it('[PCE13] begins with initialized, and ends with terminated', () => {
    expect(why(judge('completed', {}, nothingSaid))).toContain('has to be initialized');
    expect(why(judge('initialized'))).toContain('already');
    const ended = all(nothingSaid, ['initialized'], ['completed'], ['terminated']);
    expect(ended.outcome).toMatchObject({ begun: true, completed: true, ended: true });
    expect(why(judge('passed', {}, ended))).toContain('terminated');
    expect(why(judge('https://example.org/verbs/looked', { context: {} }, ended))).toContain(
      'terminated',
    );
  });

  it('[PCE13] is satisfied by its own rule', () => {
    const done = all(nothingSaid, ['initialized'], ['passed', score(0.9)]);
    expect(isSatisfied('CompletedAndPassed', done.outcome)).toBe(false);
    expect(isSatisfied('CompletedOrPassed', done.outcome)).toBe(true);
    const both = all(done, ['completed']);
    expect(isSatisfied('CompletedAndPassed', both.outcome)).toBe(true);
    expect(both.outcome).toMatchObject({ passed: true, score: 0.9 });
    expect(isSatisfied('Passed', newOutcome)).toBe(false);
    expect(isSatisfied('NotApplicable', begun.outcome)).toBe(false);
    expect(isSatisfied('NotApplicable', all(begun, ['terminated']).outcome)).toBe(true);
  });

  it('[PCE13] is done by its learner’s own word where nothing else will say it', () => {
    const unsaid = ({ outcome, inSession }: UnitSaid) => isUnsaid('Completed', outcome, inSession);
    expect(unsaid(nothingSaid)).toBe(true);
    expect(unsaid(begun)).toBe(false);
    expect(unsaid(all(begun, ['terminated']))).toBe(true);
    expect(unsaid(all(begun, ['failed', score(0.1)], ['terminated']))).toBe(false);
    expect(unsaid(all(begun, ['completed']))).toBe(false);
    expect(isUnsaid('NotApplicable', begun.outcome, begun.inSession)).toBe(true);
    const done = { ...begun.outcome, ownWord: true };
    expect(isUnsaid('Completed', done, [])).toBe(false);
    expect(isSatisfied('CompletedAndPassed', done)).toBe(true);
  });

  it('[PCE13] is judged by its mastery score', () => {
    expect(why(judge('passed', score(0.79)))).toContain('mastery score');
    expect(why(judge('failed', score(0.8)))).toContain('mastery score');
    expect(judge('failed', score(0.79))).toMatchObject({
      said: { outcome: { passed: false, score: 0.79 } },
    });
    expect(why(judge('completed', score(1)))).toContain('has no score');
    expect(why(judge('passed', { result: { success: false } }))).toContain('success false');
    expect(why(judge('completed', { result: { completion: false } }))).toContain('completion');
    expect(why(judge('passed', score(-0.5)))).toContain('from 0 to 1');
    expect(judge('passed', { result: { score: { raw: 9, min: 0, max: 10 } } })).toMatchObject({
      said: { outcome: { passed: true, score: 0.9 } },
    });
  });

  it('[PCE13] is said once a session, and changes nothing when it is said in the next again', () => {
    const first = all(begun, ['passed', score(0.9)]);
    expect(why(judge('passed', {}, first))).toContain('already');
    expect(why(judge('failed', {}, first))).toContain('already');
    const later = all({ ...first, inSession: [] }, ['initialized'], ['failed', score(0.1)]);
    expect(later.outcome).toMatchObject({ passed: true, score: 0.9 });
    const tried = all(begun, ['failed', score(0.1)]);
    const better = all({ ...tried, inSession: [] }, ['initialized'], ['passed', score(1)]);
    expect(better.outcome).toMatchObject({ passed: true, score: 1 });
  });

  it.each([
    ['another actor', { actor: { account: { homePage: 'https://rean.invalid', name: 'l-2' } } }],
    ['another activity', { object: { id: 'https://rean.invalid/p/c/unit/2' } }],
    ['another activity', { object: { id: 'https://example.org/a' } }],
    [
      'another registration',
      {
        context: {
          registration: 'r-2',
          contextActivities: category,
          extensions: { [sessionExtension]: 's-1' },
        },
      },
    ],
    [
      'another session',
      {
        context: {
          registration: 'r-1',
          contextActivities: category,
          extensions: { [sessionExtension]: 's-0' },
        },
      },
    ],
    ['another registration', { context: { contextActivities: category } }],
    ['no such verb', { verb: { id: 'https://w3id.org/xapi/adl/verbs/satisfied' } }],
    ['voided', { verb: { id: 'http://adlnet.gov/expapi/verbs/voided' }, context: {} }],
  ])('[PCE13] is refused where it is forged: %s', (reason, over) => {
    expect(why(judge('passed', over))).toContain(reason);
  });

  it('[PCE13] may say what it likes of its own, which counts for nothing', () => {
    const own = { context: { registration: 'r-1' } };
    const video = { ...own, object: { id: 'https://example.org/video' } };
    expect(judge('completed', video)).toEqual({ kind: 'taken', said: begun });
    expect(judge('completed', own)).toEqual({ kind: 'taken', said: begun });
    const other = { ...own, object: { id: 'https://rean.invalid/p/c/unit/2' } };
    expect(why(judge('completed', other))).toContain('another activity');
  });
});
