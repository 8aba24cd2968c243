import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { root, runStep } from './run-step.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** The parts of vitest's JSON report that are counted. */
const reportSchema = z.looseObject({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.looseObject({
      status: z.string(),
      assertionResults: z.array(z.looseObject({ status: z.string() })),
    }),
  ),
});

/**
 * Counts a report strictly: a test that was passed over failed, and so did a file that broke before
 * its tests could.
 */
export function countReport(value: unknown): Counts {
  const report = reportSchema.parse(value);
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const passedOver = report.numPendingTests + report.numTodoTests;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + passedOver + broken.length,
  };
}

async function readReport(path: string): Promise<Counts | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : countReport(JSON.parse(text));
}

/**
 * Runs some of the test projects, showing what vitest says.
 *
 * @param words further words for vitest: files, `--project` and so on
 * @returns what was counted; a run that broke, or ran nothing, counts as one failure
 */
export async function runTests(
  name: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Counts> {
  const folder = join(root, '.artefacts', 'reports');
  const path = join(folder, `${name}.json`);
  await mkdir(folder, { recursive: true });
  await rm(path, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const step = { name, program: 'vitest', words: ['run', ...words, ...reporters], environment };
  const { ok } = await runStep(step, true);
  const counted = (await readReport(path)) ?? { passed: 0, failed: 0 };
  const silentFailure = counted.failed === 0 && (!ok || counted.passed === 0);
  return silentFailure ? { ...counted, failed: 1 } : counted;
}

export const sum = (counts: readonly Counts[]): Counts => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
});

/** Ends a test script: one line that sums all up, and the exit code. */
export function conclude(counts: readonly Counts[]): void {
  const { passed, failed } = sum(counts);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
