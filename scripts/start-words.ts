import { labWords, readLabOptions } from '../src/cli/lab/lab-words.ts';

export interface StartWords {
  /** Whether the windows go on a virtual screen. */
  readonly xvfb: boolean;
  /** What the lab itself takes. */
  readonly lab: readonly string[];
}

/**
 * Checks the words of `npm start`, before anything is set up or started. On `--help` and on a word it
 * does not know the command says so itself and ends the process.
 *
 * @throws ReanError `config.invalid` with the option's name, where one has a wrong value
 */
export function readStartWords(words: readonly string[]): StartWords {
  const command = labWords()
    .name('npm start --')
    .option('--xvfb', 'no screen: run on a virtual one, unseen')
    .parse([...words], { from: 'user' });
  readLabOptions(command.opts());
  const xvfb: unknown = command.getOptionValue('xvfb');
  return { xvfb: xvfb === true, lab: words.filter((word) => word !== '--xvfb') };
}
