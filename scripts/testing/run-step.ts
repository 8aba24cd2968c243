import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

export interface Step {
  readonly name: string;
  /** A program of `node_modules/.bin`, or a path. */
  readonly program: string;
  readonly words: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  /** What it printed, where it was kept back. */
  readonly output: string;
}

const binaries = join(root, 'node_modules', '.bin');

/**
 * Runs one program of the tool chain.
 *
 * @param show whether its output goes to the terminal as it comes, or is kept for the result
 */
export async function runStep(step: Step, show: boolean): Promise<StepResult> {
  const { name, program, words, environment = {} } = step;
  const startedAt = performance.now();
  const path = `${binaries}:${process.env['PATH'] ?? ''}`;
  const child = spawn(program, [...words], {
    cwd: root,
    env: { ...process.env, ...environment, PATH: path },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const [code]: readonly unknown[] = await once(child, 'close');
  return { name, ok: code === 0, seconds: (performance.now() - startedAt) / 1000, output };
}
