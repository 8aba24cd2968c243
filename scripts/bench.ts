/** `npm run bench [-- words]`: figures, each beside a baseline of the same run. See docs/bench.md. */
import { join } from 'node:path';
import { CannotMeasure } from './bench/cannot-measure.ts';
import { parseBenchOptions, usage } from './bench/options.ts';
import type { BenchOptions } from './bench/options.ts';
import { tableText } from './bench/report/table.ts';
import { runBench } from './bench/run-bench.ts';
import { runStep } from './testing/run-step.ts';

const root = join(import.meta.dirname, '..');
const usageExit = 64;
const say = (line: string) => console.error(line);

function readOptions(): BenchOptions | null {
  try {
    return parseBenchOptions(process.argv.slice(2));
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return null;
  }
}

/** Readies and builds in processes of their own: they print, and standard output is the report's. */
async function ready(): Promise<boolean> {
  for (const words of [
    ['runtime/setup.ts', '--xvfb'],
    ['build.ts', '--if-needed'],
  ]) {
    const [script = '', ...rest] = words;
    const path = join(import.meta.dirname, script);
    const step = { name: script, program: process.execPath, words: [path, ...rest] };
    const { ok, output } = await runStep(step, false);
    if (!ok) say(output);
    if (!ok) return false;
  }
  return true;
}

// A signal ends it as an error does: with what it started, and nothing left behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(1));
}

async function run(options: BenchOptions): Promise<void> {
  try {
    const document = await runBench(root, options, say);
    console.log(options.json ? JSON.stringify(document, null, 2) : tableText(document));
    process.exit();
  } catch (error) {
    if (!(error instanceof CannotMeasure)) throw error;
    say(error.message);
    process.exit(1);
  }
}

const options = readOptions();
if (options === null) process.exitCode = usageExit;
else if (options.help) console.log(usage);
else if (await ready()) await run(options);
else process.exitCode = 1;
