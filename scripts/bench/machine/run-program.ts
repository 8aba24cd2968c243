import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CannotMeasure } from '../cannot-measure.ts';

/**
 * Runs a program to its end; what it prints goes nowhere, what it complains of to whoever waits.
 * @returns how long it took, from its start to its end, ms
 * @throws CannotMeasure where it fails
 */
export async function timeProgram(program: string, words: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(program, [...words], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code]: readonly unknown[] = await once(child, 'exit');
  if (code !== 0) throw new CannotMeasure(`${program} ended with ${String(code)}.`);
  return performance.now() - startedAt;
}
