/**
 * `npm run check`: what a change must pass before it is handed on; under a minute. Format, lint, dead
 * code, types, and the unit, format and architecture tests side by side: some of those wait for a
 * network or a clock, while the compiler could work. What puts a whole hub together is left to `npm test`.
 */
import { runStep } from './testing/run-step.ts';
import type { Step, StepResult } from './testing/run-step.ts';

const steps: readonly Step[] = [
  { name: 'format', program: 'oxfmt', words: ['--check', '.'] },
  { name: 'lint', program: 'oxlint', words: ['.'] },
  { name: 'licences', program: 'node', words: ['scripts/notice.ts', '--check'] },
  { name: 'dead code', program: 'knip', words: [] },
  { name: 'types', program: 'tsc', words: ['-b'] },
  {
    name: 'tests',
    program: 'vitest',
    words: ['run', ...['unit', 'skew', 'architecture'].flatMap((name) => ['--project', name])],
  },
];

function report({ name, ok, seconds, output }: StepResult): void {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(output.trimEnd());
}

const startedAt = performance.now();
const results = await Promise.all(steps.map((step) => runStep(step, false)));
for (const result of results) report(result);
const failed = results.filter(({ ok }) => !ok);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
console.log(
  failed.length === 0
    ? `All checks passed in ${seconds} s.`
    : `Failed: ${failed.map(({ name }) => name).join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
