import { describe, expect, it } from 'vitest';
import { answerOf } from './answers.ts';
import {
  noOutcome,
  outcomeOf12,
  outcomeOf2004,
  outcomeOfAll,
  readScore,
  saysIfDone,
} from './item-outcome.ts';
import { isOpen } from './prerequisites.ts';

describe('what content of SCORM says of itself', () => {
  it('[PCE11] is a score as a part of the whole, whatever its scale', () => {
    expect(readScore({ raw: '15', min: '10', max: '20' })).toBe(0.5);
    expect(readScore({ raw: '80' })).toBe(0.8);
    expect(readScore({ scaled: '-0.5' })).toBe(0);
    expect(readScore({ scaled: '', raw: '3', max: '4' })).toBe(0.75);
    expect(readScore({ raw: '1', min: '5', max: '5' })).toBeNull();
    expect(readScore({ raw: 'all' })).toBeNull();
    expect(readScore({ raw: '250' })).toBe(1);
  });

  it.each([
    ['passed', { completed: true, passed: true }],
    ['completed', { completed: true, passed: null }],
    ['failed', { completed: false, passed: false }],
    ['incomplete', { completed: false, passed: null }],
    ['not attempted', { completed: false, passed: null }],
  ])('1.2: %s', (status, outcome) => {
    expect(outcomeOf12(status, {})).toEqual({ ...outcome, score: null });
  });

  it('[PCE11] is nothing where neither word says whether it is done', () => {
    expect(saysIfDone('not attempted')).toBe(false);
    expect(saysIfDone('unknown', 'unknown')).toBe(false);
    expect(saysIfDone('')).toBe(false);
    expect(saysIfDone('incomplete')).toBe(true);
    expect(saysIfDone('unknown', 'failed')).toBe(true);
  });

  it('2004: passed alone is done too, incomplete is not', () => {
    expect(outcomeOf2004('unknown', 'passed', {}).completed).toBe(true);
    expect(outcomeOf2004('incomplete', 'passed', {}).completed).toBe(false);
    expect(outcomeOf2004('completed', 'failed', { scaled: '0.2' })).toEqual({
      completed: true,
      passed: false,
      score: 0.2,
    });
  });

  it('[PCE11] is of the whole once all of it is done', () => {
    const done = { completed: true, passed: true, score: 0.5 };
    expect(outcomeOfAll([done, { ...noOutcome, completed: true }])).toEqual(done);
    expect(outcomeOfAll([done, noOutcome])).toEqual({ completed: false, passed: null, score: 0.5 });
    expect(outcomeOfAll([])).toEqual(noOutcome);
  });

  it('[PCE11] tells its answers in the words of xAPI, cut short', () => {
    const given = { id: 'q1', type: 'choice', response: 'a', result: 'wrong', description: '' };
    expect(answerOf(given)).toEqual({
      id: 'q1',
      type: 'choice',
      description: null,
      response: 'a',
      success: false,
    });
    expect(answerOf({ id: 'q', type: 'odd', result: 'neutral' })).toMatchObject({
      type: 'other',
      success: null,
    });
    expect(answerOf({ id: 'q', response: '\uD83Dក'.repeat(300) })?.response).toBe('ក'.repeat(125));
    expect(answerOf({ id: 'q', type: 'choice' })).toBeNull();
  });
});

describe('prerequisites of SCORM 1.2', () => {
  const statuses: Readonly<Record<string, string>> = {
    A: 'passed',
    B: 'incomplete',
    'C-1': 'completed',
  };
  const open = (script: string | null) => isOpen(script, (id) => statuses[id] ?? null);

  it.each([
    [null, true],
    ['A', true],
    ['B', false],
    ['A & C-1', true],
    ['A&B', false],
    ['B|A', true],
    ['(A AND B) or B', false],
    ['A and not B', true],
    ['~B', true],
    ['(A|B)&~B', true],
    ['B="incomplete"', true],
    ['B="i"', true],
    ['A<>"passed"', false],
    ['2*{A,B,C-1}', true],
    ['3*{A,B,C-1}', false],
    ['D="not attempted"', true],
  ])('%s', (script, isMet) => {
    expect(open(script)).toBe(isMet);
  });

  it('keeps nobody out where nobody can read them', () => {
    expect(open('A) & (')).toBe(true);
  });
});
