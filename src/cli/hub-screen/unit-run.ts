import { execFile } from 'node:child_process';
import { showWordsOf, stateOf } from '../../station/maintenance/update-service.ts';

/** The units' own limit (`TimeoutStartSec`), and a little, ms. */
const endsWithinMs = 31 * 60_000;
const saysWithinMs = 10_000;
/** What systemctl ends with where the unit itself failed; another is its own, such as 4 for whoever may not. */
const unitFailed = 1;

/**
 * Runs a unit of the image that does one thing and ends, to its end.
 *
 * @param program absolute path of what is asked; systemd's own but in tests
 * @returns its exit status; null where it was not run, or systemd does not say how it ended
 */
export async function runUnit(
  unit: string,
  program = '/usr/bin/systemctl',
): Promise<number | null> {
  const started = await run(program, ['start', '--no-ask-password', unit], endsWithinMs);
  if (started.code === 0) return 0;
  if (started.code !== unitFailed) return null;
  const state = stateOf((await run(program, showWordsOf(unit), saysWithinMs)).said);
  // Nought would be how it ended another time.
  return state?.state === 'over' && state.status !== 0 ? state.status : null;
}

function run(program: string, words: readonly string[], timeout: number) {
  const options = { timeout, killSignal: 'SIGKILL', env: { LC_ALL: 'C' } } as const;
  return new Promise<{ readonly code: number | null; readonly said: string }>((resolve) => {
    execFile(program, [...words], options, (error, said) => {
      const code = error === null ? 0 : error.code;
      resolve({ code: typeof code === 'number' ? code : null, said });
    });
  });
}
