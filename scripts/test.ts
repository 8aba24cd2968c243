/**
 * `npm test`: everything, on a clean machine: readies it, builds, runs every test project, real
 * processes and windows last. Ends with `N passed, N failed`.
 */
import { buildIfNeeded } from './build/build-if-needed.ts';
import { setUpMachine } from './runtime/set-up-machine.ts';
import { memoryFolder } from './testing/memory-folder.ts';
import { root } from './testing/run-step.ts';
import { conclude, runTests } from './testing/vitest-run.ts';

const inProcess = ['unit', 'hub', 'contract', 'station', 'skew', 'simulation', 'architecture'];

const projects = (names: readonly string[]) => names.flatMap((name) => ['--project', name]);

if ((await setUpMachine(['--xvfb', '--tests'])) === 0) {
  await buildIfNeeded(root);
  const memory = await memoryFolder();
  const counts = [
    await runTests('in-process', projects(inProcess), memory.environment),
    await runTests('processes', projects(['processes']), memory.environment),
    await runTests('integration', projects(['integration'])),
    await runTests('e2e', projects(['e2e'])),
    await runTests('screens', projects(['screens'])),
  ];
  await memory.remove();
  conclude(counts);
} else {
  conclude([{ passed: 0, failed: 1 }]);
}
