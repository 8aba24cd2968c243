import { resolve } from 'node:path';
import { placeProblems } from '../../content/build/find-line.ts';
import type { PlacedProblem } from '../../content/build/find-line.ts';
import type { Problem } from '../../content/build/problem.ts';
import { createTell } from '../../shared/words/sentence.ts';
import { commandTexts } from './command-texts.ts';
import type { PackIo } from './pack-io.ts';
import { refusedExitCode } from './tell-failure.ts';

export const tellCommand = createTell(commandTexts);

/** Says what keeps a source folder from being a pack: each mistake by file and line, with what to do ([AUT2], [AUT6]). */
export async function tellProblems(
  io: PackIo,
  { source, json }: { readonly source: string; readonly json: boolean },
  found: readonly Problem[],
): Promise<void> {
  const problems = await placeProblems(io.disk, resolve(source), found);
  io.setExitCode(refusedExitCode);
  if (json) {
    io.print(JSON.stringify({ problems: problems.map(asJson) }));
    return;
  }
  for (const { file, line, at, problem, fix } of problems) {
    const place = line === null ? file : `${file}:${line}`;
    const said = `${problem[io.language]}\n  → ${fix[io.language]}`;
    io.complain(`${at === null ? place : `${place}, ${at}`}: ${said}`);
  }
  const count = problems.length;
  io.complain(`\n${tellCommand('problems', { source, count })[io.language]}`);
}

/** English under the names it has always had, Khmer beside it. */
const asJson = ({ problem, fix, ...place }: PlacedProblem) => ({
  ...place,
  problem: problem.en,
  fix: fix.en,
  khmer: { problem: problem.km, fix: fix.km },
});
