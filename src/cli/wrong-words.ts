import type { Command, CommanderError } from 'commander';

/** As in sysexits.h. */
export const wrongOptionExitCode = 78;

/** What a terminal does of a command line that no command knows. */
export interface Terminal {
  /** One JSON value, for a program. */
  print(line: string): void;
  complain(text: string): void;
  exit(code: number): never;
}

/**
 * A word that no command knows is a wrong option, whoever finds it (docs/packs.md); with `--json` among the
 * words it is told in JSON, as every other failure is.
 */
export function tellWrongWords(
  command: Command,
  words: readonly string[],
  terminal: Terminal,
): void {
  const isForProgram = words.includes('--json');
  command.configureOutput({
    outputError: (text, write) => {
      if (!isForProgram) write(text);
    },
    writeErr: (text) => terminal.complain(text),
  });
  command.exitOverride((found) => {
    if (found.exitCode === 0) return terminal.exit(0);
    if (isForProgram) terminal.print(JSON.stringify({ error: asFailure(found) }));
    return terminal.exit(wrongOptionExitCode);
  });
  for (const one of command.commands) tellWrongWords(one, words, terminal);
}

function asFailure({ code, message }: CommanderError) {
  const said = message.replace(/^error: /, '').replace(/\s+/g, ' ');
  return {
    code: 'config.invalid',
    facts: { problem: 'command-line', reason: code },
    sentence: `${said.replace(/\.$/, '')}. Nothing was done. See the command's --help.`,
  };
}
