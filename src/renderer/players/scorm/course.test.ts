import { describe, expect, it } from 'vitest';
import type { ScormItem, ScormPackage } from '../../../domain/scorm/scorm-package.ts';
import type { ActivityRules } from '../../../domain/scorm/sequencing-rules.ts';
import { Course } from './course.ts';
import { PlainWay } from './plain-way.ts';
import { RuledWay } from './ruled-way.ts';
import type { Sco } from './sco.ts';

const learner = { id: 'learner-0123456789abcdef', name: 'អ្នករៀន' };

const item = (id: string, over: Partial<ScormItem> = {}): ScormItem => ({
  id,
  title: id,
  launch: { href: `${id}.html`, isSco: true },
  visible: true,
  children: [],
  prerequisites: null,
  masteryScore: null,
  launchData: null,
  maxTimeAllowed: null,
  timeLimitAction: null,
  rules: {},
  ...over,
});

const packageOf = (
  edition: ScormPackage['edition'],
  items: readonly ScormItem[],
  rules: ActivityRules = {},
): ScormPackage => ({ edition, id: 'o', title: 'All', items, rules, collections: {}, files: [] });

/** A course with nobody's frame: what content would do, a test does by its runtime's names. */
function open(scormPackage: ScormPackage, kept: unknown = null, touched = true) {
  const shown: string[] = [];
  let sco: Sco | null = null;
  const stage = {
    show: (given: ScormItem, opened: Sco) => {
      shown.push(given.id);
      sco = opened;
    },
    clear: () => Promise.resolve(),
    touched: () => touched,
  };
  const course = new Course(
    scormPackage,
    kept,
    (parts) => {
      const all = { package: scormPackage, learner, ...parts };
      return scormPackage.edition === '2004' && Object.keys(scormPackage.rules).length > 0
        ? new RuledWay(all)
        : new PlainWay(all);
    },
    stage,
    () => undefined,
  );
  course.begin();
  const call = (name: string, ...said: readonly unknown[]) => sco?.api[name]?.(...said);
  const later = () => open(scormPackage, JSON.parse(JSON.stringify(course.place(0))));
  return { course, shown, call, later };
}

describe('a package of SCORM 1.2', () => {
  it('[PCE10] tells content a pseudonym, and [PCE11] what its manifest says', () => {
    const { call } = open(packageOf('1.2', [item('a', { launchData: 'x=1', masteryScore: 80 })]));
    expect(call('LMSInitialize', '')).toBe('true');
    expect(call('LMSGetValue', 'cmi.core.student_id')).toBe(learner.id);
    expect(call('LMSGetValue', 'cmi.core.student_name')).toBe(learner.name);
    expect(call('LMSGetValue', 'cmi.launch_data')).toBe('x=1');
    expect(call('LMSGetValue', 'cmi.core.entry')).toBe('ab-initio');
    call('LMSSetValue', 'cmi.core.lesson_status', 'completed');
    call('LMSSetValue', 'cmi.core.score.raw', 70);
    call('LMSFinish', '');
  });

  it('[PCE11] goes on in another sitting with all that it wrote, left in the middle or not', () => {
    const first = open(packageOf('1.2', [item('a')]));
    first.call('LMSInitialize', '');
    first.call('LMSSetValue', 'cmi.suspend_data', 'ទំព័រ 3 '.repeat(2000));
    first.call('LMSSetValue', 'cmi.core.lesson_location', '3');
    first.call('LMSSetValue', 'cmi.core.session_time', '0000:05:00');
    const { call } = first.later();
    expect(call('LMSInitialize', '')).toBe('true');
    expect(call('LMSGetValue', 'cmi.core.entry')).toBe('resume');
    expect(call('LMSGetValue', 'cmi.core.lesson_location')).toBe('3');
    expect(call('LMSGetValue', 'cmi.suspend_data')).toBe('ទំព័រ 3 '.repeat(2000));
    expect(call('LMSGetValue', 'cmi.core.total_time')).toBe('00:05:00');
  });

  it('[PCE11] reports its items together, and each answer once', () => {
    const { course, call } = open(packageOf('1.2', [item('a', { masteryScore: 80 })]));
    call('LMSInitialize');
    call('LMSSetValue', 'cmi.interactions.0.id', 'q1');
    call('LMSSetValue', 'cmi.interactions.0.type', 'choice');
    call('LMSSetValue', 'cmi.interactions.0.student_response', 'b');
    call('LMSSetValue', 'cmi.interactions.0.result', 'wrong');
    call('LMSSetValue', 'cmi.core.score.raw', '90');
    call('LMSSetValue', 'cmi.core.lesson_status', 'completed');
    expect(course.takeAnswers(20)).toEqual([
      { id: 'q1', type: 'choice', description: null, response: 'b', success: false },
    ]);
    expect(course.takeAnswers(20)).toEqual([]);
    call('LMSFinish');
    expect(course.result()).toEqual({ score: 0.9, passed: true, completed: true });
    expect(course.view.ended).toBe(true);
  });

  it('[PCE11] leaves a page that ends as it opens to be read', () => {
    const { course, call } = open(packageOf('1.2', [item('a')]), null, false);
    call('LMSInitialize');
    call('LMSSetValue', 'cmi.core.lesson_status', 'completed');
    call('LMSFinish');
    expect(course.result().completed).toBe(true);
    expect(course.view).toMatchObject({ ended: false, open: { id: 'a' } });
  });

  it('[PCE11] says nothing of content that says nothing', () => {
    const { course, call } = open(packageOf('1.2', [item('a')]));
    call('LMSInitialize');
    call('LMSFinish');
    expect(course.result()).toEqual({ score: null, passed: null, completed: false });
  });

  it('[PCE11] is done by its learner’s own word where it says nothing, at every later sitting too', async () => {
    const items = [item('a'), item('b', { prerequisites: 'a' })];
    const { course, call, later } = open(packageOf('1.2', items));
    course.finish();
    expect(course.view.unsaid).toBe(false);
    await course.go({ to: 'choice', id: 'a' });
    call('LMSInitialize');
    expect(course.view.unsaid).toBe(true);
    course.finish();
    expect(course.view).toMatchObject({ unsaid: false, ended: true });
    call('LMSSetValue', 'cmi.core.lesson_status', 'incomplete');
    expect(course.stateOf('a').completed).toBe(true);
    await course.go({ to: 'next' });
    expect(course.result().completed).toBe(false);
    course.finish();
    expect(course.result()).toEqual({ score: null, passed: null, completed: true });
    expect(later().course.result().completed).toBe(true);
  });

  it('[PCE11] takes nobody’s word where it says how it stands', () => {
    const { course, call } = open(packageOf('1.2', [item('a')]));
    call('LMSInitialize');
    call('LMSSetValue', 'cmi.core.lesson_status', 'incomplete');
    expect(course.view.unsaid).toBe(false);
    course.finish();
    expect(course.result().completed).toBe(false);
  });

  it('[PCE11] of nothing but pages is done by that word once all of them were seen', async () => {
    const page = (id: string) => item(id, { launch: { href: `${id}.html`, isSco: false } });
    const { course } = open(packageOf('1.2', [page('a'), page('b')]));
    await course.go({ to: 'choice', id: 'a' });
    expect(course.view.unsaid).toBe(false);
    await course.go({ to: 'next' });
    expect(course.view.unsaid).toBe(true);
    expect(course.result().completed).toBe(false);
    course.finish();
    expect(course.result().completed).toBe(true);
  });

  it('[PCE11] lists several items, and opens what its prerequisites let', async () => {
    const items = [item('a'), item('b', { prerequisites: 'a' }), item('c', { prerequisites: 'b' })];
    const { course, shown, call, later } = open(packageOf('1.2', items));
    expect(course.view).toMatchObject({ listed: true, open: null });
    expect([...course.view.steps.choices]).toEqual(['a']);
    await course.go({ to: 'choice', id: 'c' });
    expect(shown).toEqual([]);
    await course.go({ to: 'choice', id: 'a' });
    call('LMSInitialize');
    call('LMSSetValue', 'cmi.core.lesson_status', 'completed');
    call('LMSFinish');
    await course.go({ to: 'next' });
    expect(shown).toEqual(['a', 'b']);
    expect(later().shown).toEqual(['b']);
  });

  it('begins anew where content begins again on its next page', () => {
    const { course, call } = open(packageOf('1.2', [item('a')]));
    call('LMSInitialize');
    call('LMSSetValue', 'cmi.core.lesson_location', '2');
    call('LMSFinish');
    expect(course.view.ended).toBe(true);
    expect(call('LMSInitialize')).toBe('true');
    expect(course.view.ended).toBe(false);
    expect(call('LMSGetValue', 'cmi.core.lesson_location')).toBe('2');
  });
});

describe('a package of SCORM 2004', () => {
  const flow = { sequencingControls: { choice: false, flow: true } };

  it('[PCE11] keeps 64,000 letters and refuses more', () => {
    const first = open(packageOf('2004', [item('a')]));
    expect(first.call('Initialize', '')).toBe('true');
    expect(first.call('SetValue', 'cmi.suspend_data', 'x'.repeat(64_000))).toBe('true');
    expect(first.call('SetValue', 'cmi.suspend_data', 'x'.repeat(64_001))).toBe('false');
    const { call } = first.later();
    call('Initialize', '');
    expect(call('GetValue', 'cmi.suspend_data')).toHaveLength(64_000);
    expect(call('GetValue', 'cmi.entry')).toBe('resume');
  });

  it('[PCE11] is led by its own rules, and goes on in them at another sitting', async () => {
    const skip: ActivityRules = {
      sequencingRules: {
        preConditionRules: [
          {
            action: 'skip',
            conditionCombination: 'all',
            conditions: [{ condition: 'always' }],
          },
        ],
        exitConditionRules: [],
        postConditionRules: [],
      },
    };
    const items = [item('a'), item('b', { rules: skip }), item('c')];
    const { course, shown, call, later } = open(packageOf('2004', items, flow));
    expect(shown).toEqual(['a']);
    expect([...course.view.steps.choices]).toEqual([]);
    call('Initialize', '');
    call('SetValue', 'cmi.completion_status', 'completed');
    call('SetValue', 'cmi.score.scaled', '0.5');
    await course.go({ to: 'next' });
    expect(shown).toEqual(['a', 'c']);
    call('Initialize', '');
    call('SetValue', 'cmi.location', '7');
    const second = later();
    expect(second.shown).toEqual(['c']);
    second.call('Initialize', '');
    expect(second.call('GetValue', 'cmi.location')).toBe('7');
    second.call('SetValue', 'cmi.completion_status', 'completed');
    second.call('SetValue', 'cmi.success_status', 'passed');
    second.call('Terminate', '');
    expect(second.course.result()).toMatchObject({ score: 0.5 });
  });

  it('[PCE11] goes where content asks for as it ends', async () => {
    const { shown, call } = open(packageOf('2004', [item('a'), item('b')], flow));
    call('Initialize', '');
    call('SetValue', 'adl.nav.request', 'continue');
    call('Terminate', '');
    await expect.poll(() => shown).toEqual(['a', 'b']);
  });

  it('[PCE11] tells content its objectives, what of them others wrote, and where it may go', async () => {
    const shared = (more: Record<string, boolean>): ActivityRules => ({
      primaryObjective: {
        objectiveID: 'own',
        isPrimary: true,
        satisfiedByMeasure: true,
        minNormalizedMeasure: 0.6,
        mapInfo: [{ targetObjectiveID: 'shared', ...more }],
      },
    });
    const writes = { writeNormalizedMeasure: true };
    const items = [item('a', { rules: shared(writes) }), item('b', { rules: shared({}) })];
    const { course, call } = open(packageOf('2004', items, flow));
    call('Initialize', '');
    expect(call('GetValue', 'cmi.scaled_passing_score')).toBe('0.6');
    expect(call('GetValue', 'cmi.objectives._count')).toBe('1');
    expect(call('GetValue', 'cmi.objectives.0.id')).toBe('own');
    expect(call('GetValue', 'adl.nav.request_valid.continue')).toBe('true');
    expect(call('GetValue', 'adl.nav.request_valid.previous')).toBe('false');
    expect(call('GetValue', 'adl.nav.request_valid.choice.{target=b}')).toBe('false');
    expect(call('GetLastError')).toBe('0');
    call('SetValue', 'cmi.score.scaled', '0.7');
    call('SetValue', 'cmi.completion_status', 'completed');
    await course.go({ to: 'next' });
    call('Initialize', '');
    expect(call('GetValue', 'cmi.entry')).toBe('ab-initio');
    expect(call('GetValue', 'cmi.objectives.0.score.scaled')).toBe('0.7');
    expect(call('GetValue', 'cmi.success_status')).toBe('passed');
    expect(call('GetValue', 'cmi.completion_status')).toBe('unknown');
  });

  it('[PCE11] leaves all of it where content says so, and begins again in what it suspended', async () => {
    const { shown, call, later, course } = open(packageOf('2004', [item('a'), item('b')], flow));
    await course.go({ to: 'next' });
    call('Initialize', '');
    call('SetValue', 'cmi.location', '3');
    call('SetValue', 'cmi.exit', 'suspend');
    call('SetValue', 'adl.nav.request', 'suspendAll');
    call('Terminate', '');
    expect(course.view.ended).toBe(true);
    expect(shown).toEqual(['a', 'b']);
    const second = later();
    expect(second.shown).toEqual(['b']);
    second.call('Initialize', '');
    expect(second.call('GetValue', 'cmi.entry')).toBe('resume');
    expect(second.call('GetValue', 'cmi.location')).toBe('3');
  });

  it('[PCE11] shares stores between items that say so', async () => {
    const store = { targetID: 'notes', readSharedData: true, writeSharedData: true };
    const items = ['a', 'b'].map((id) => item(id, { rules: { sharedDataMaps: [store] } }));
    const { course, call, later } = open(packageOf('2004', items, flow));
    call('Initialize', '');
    call('SetValue', 'adl.data.0.store', 'ស្រូវ');
    await course.go({ to: 'next' });
    call('Initialize', '');
    expect(call('GetValue', 'adl.data.0.store')).toBe('ស្រូវ');
    const { call: again } = later();
    again('Initialize', '');
    expect(again('GetValue', 'adl.data.0.store')).toBe('ស្រូវ');
  });

  it('[PCE11] opens its only item, whatever its rules say of flow', () => {
    const free = { sequencingControls: { choice: true } };
    expect(open(packageOf('2004', [item('a')], free)).shown).toEqual(['a']);
  });

  it('[PCE11] begins anew from what an engine before kept of its rules', () => {
    const kept = { at: 'b', items: {}, sequencing: '{"version":1,"tree":{}}', told: null };
    expect(open(packageOf('2004', [item('a'), item('b')], flow), kept).shown).toEqual(['a']);
  });
});
