import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { ReanError } from '../../shared/errors.ts';

/** A passphrase that is asked for: in which words, and where else it may come from. */
export interface Asked {
  readonly question: string;
  /** An environment variable; null for none. */
  readonly variable: string | null;
  /** Whether it may be piped in. */
  readonly piped: boolean;
}

const ofKeys: Asked = {
  question: 'Passphrase of the keys: ',
  variable: 'REAN_BACKUP_PASSPHRASE',
  piped: false,
};

export interface PassphraseSource {
  /** A file with the passphrase in its first line. */
  readonly file: string | undefined;
  /** Asked for twice, as a slip can't be mended later. */
  readonly twice: boolean;
}

/**
 * A passphrase, that of a keys file unless said otherwise: from a file, the environment, or a person at the terminal, where it
 * is not shown. It goes into no log and onto no command line ([BAK3]).
 * @throws ReanError `config.invalid` with `problem: 'no-passphrase'`, `'not-the-same'` or `'cancelled'`
 */
export async function readPassphrase(
  { file, twice }: PassphraseSource,
  { question, variable, piped }: Asked = ofKeys,
): Promise<string> {
  if (file !== undefined) return unlessEmpty(await fromFile(file));
  const given = variable === null ? undefined : process.env[variable];
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY) return unlessEmpty(piped ? await firstPiped() : '');
  const first = unlessEmpty(await ask(question));
  if (twice && (await ask('Once more: ')) !== first) {
    throw new ReanError('config.invalid', { problem: 'not-the-same' });
  }
  return first;
}

function unlessEmpty(passphrase: string): string {
  if (passphrase !== '') return passphrase;
  throw new ReanError('config.invalid', { problem: 'no-passphrase' });
}

async function firstPiped(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  try {
    const first = await lines[Symbol.asyncIterator]().next();
    return first.done === true ? '' : first.value;
  } finally {
    lines.close();
  }
}

async function fromFile(path: string): Promise<string> {
  try {
    const [first = ''] = (await readFile(path, 'utf8')).split('\n');
    return first.replace(/\r$/, '');
  } catch (cause) {
    const problem = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new ReanError('config.invalid', { path, problem }, cause);
  }
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question('');
  } catch (cause) {
    // Ctrl+C: a person thought better of it.
    throw new ReanError('config.invalid', { problem: 'cancelled' }, cause);
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
