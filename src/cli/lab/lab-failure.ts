import { isReanError } from '../../shared/errors.ts';
import { tellFailure } from '../hub/failure.ts';
import type { ToldFailure } from '../hub/failure.ts';

// Codes as in sysexits.h.
const software = 70;
const tryLater = 75;
const config = 78;

/** What a person at the terminal reads when the practice lab cannot start; else what a hub would say. */
export function tellLabFailure(error: unknown): ToldFailure {
  if (isReanError(error, 'store.in-use') && error.facts['held'] === 'lab') {
    return {
      sentence: `A practice lab is already running on ${String(error.facts['path'])}. It goes on undisturbed. Use its windows, or stop it first (Ctrl-C where it was started). For a second lab set REAN_DATA to another folder.`,
      exitCode: tryLater,
    };
  }
  if (isReanError(error, 'config.invalid') && error.facts['problem'] === 'not-a-lab') {
    return {
      sentence: `${String(error.facts['path'])} holds files, but no practice lab of Rean. Nothing was removed. Set REAN_DATA to the lab's folder, or to an empty one.`,
      exitCode: config,
    };
  }
  if (isReanError(error, 'config.outdated')) {
    return {
      sentence: `The practice lab in ${String(error.facts['path'])} was made by an earlier Rean, whose stations signed in with tokens. This one goes by certificates, which that lab does not have, so it was not started. Nothing was changed or removed. To begin anew, without the practice people and answers of that lab: npm start -- --reset. To keep it, set REAN_DATA to another folder.`,
      exitCode: config,
    };
  }
  if (isReanError(error, 'runtime.missing')) {
    return {
      sentence:
        'Electron is not set up here, so no window can open. Nothing was started. Run "npm run runtime", or "npm start", which does it.',
      exitCode: software,
    };
  }
  return tellFailure(error);
}

/** Says why on standard error, and sets the exit code that says the same. */
export function tellAtTerminal(error: unknown): void {
  const { sentence, exitCode } = tellLabFailure(error);
  console.error(sentence);
  process.exitCode = exitCode;
}
