import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { rean } from './commands.ts';
import { tellWrongWords } from './wrong-words.ts';

/** What a terminal shows and returns for these words. */
async function run(command: Command, ...words: readonly string[]) {
  const out: string[] = [];
  const complaints: string[] = [];
  class Ended extends Error {}
  let code: number | null = null;
  tellWrongWords(command, words, {
    print: (line) => void out.push(line),
    complain: (text) => void complaints.push(text),
    exit: (given) => {
      code = given;
      throw new Ended();
    },
  });
  await command.parseAsync([...words], { from: 'user' }).catch((error: unknown) => {
    if (!(error instanceof Ended)) throw error;
  });
  return { out: out.join('\n'), complaints: complaints.join(''), code };
}

describe('words no command knows', () => {
  it.each([
    ['an option', ['pack', 'build', 'src', '--nonsense']],
    ['a missing option', ['pack', 'build', 'src']],
    ['a missing argument', ['pack', 'lint']],
    ['a command', ['pack', 'bild', 'src']],
    ['a command of a command', ['pack', 'keyring', 'mak']],
    ['one word too many', ['pack', 'list', 'x', '--store', 's']],
    ['an option of another command', ['hub', 'status', '--into', 'x']],
  ])('[AUT7] are told in words, and in JSON where that is asked for: %s', async (_, words) => {
    const said = await run(rean, ...words);
    expect(said).toMatchObject({ code: 78, out: '' });
    expect(said.complaints).not.toBe('');
    const json = await run(rean, ...words, '--json');
    expect(json.code).toBe(78);
    expect(JSON.parse(json.out)).toEqual({
      error: {
        code: 'config.invalid',
        facts: { problem: 'command-line', reason: expect.stringMatching(/^commander\./) },
        sentence: expect.stringMatching(/\. Nothing was done\. See the command's --help\.$/),
      },
    });
    expect(json.complaints).not.toMatch(/^error/);
  });
});
