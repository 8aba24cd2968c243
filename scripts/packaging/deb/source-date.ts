import { SetupError } from '../../runtime/setup-error.ts';
import { runProgram } from '../run-program.ts';

/**
 * When the sources are from, seconds since 1970: what `SOURCE_DATE_EPOCH` says, else the date of the commit. It is
 * the only time in a package, so that the same sources give the same bytes whenever they are packed ([DEB4]).
 * @throws SetupError `package-refused` where neither is known
 */
export async function sourceDate(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const given = env['SOURCE_DATE_EPOCH'] ?? (await commitDate(root));
  if (/^[1-9]\d{0,11}$/.test(given)) return Number(given);
  throw new SetupError('package-refused', {
    happened: `When these sources are from is not known (${given || 'no commit'}).`,
    means: 'Packages carry the date of their sources, and no other. Nothing was packed.',
    next: 'Pack from a git checkout, or say SOURCE_DATE_EPOCH=<seconds since 1970>.',
  });
}

function commitDate(root: string): Promise<string> {
  return runProgram('git', ['-C', root, 'log', '-1', '--format=%ct']).then(
    (text) => text.trim(),
    () => '',
  );
}
