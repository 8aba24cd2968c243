import { describe, expect, it } from 'vitest';
import { countReport, sum } from './vitest-run.ts';

const report = (over: object) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
  ...over,
});

describe('countReport', () => {
  it('counts what passed and what failed', () => {
    expect(countReport(report({}))).toEqual({ passed: 3, failed: 0 });
    expect(countReport(report({ numFailedTests: 2 }))).toEqual({ passed: 3, failed: 2 });
  });

  it('counts a test that was passed over as failed', () => {
    expect(countReport(report({ numPendingTests: 1, numTodoTests: 1 })).failed).toBe(2);
  });

  it('counts a file that broke before its tests could fail', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const told = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(countReport(report({ testResults: [broken] })).failed).toBe(1);
    expect(countReport(report({ numFailedTests: 1, testResults: [told] })).failed).toBe(1);
  });
});

it('sums runs up', () => {
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 });
});
