import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { ReanError } from '../../shared/errors.ts';
import { buildEpoch } from '../plan/root-plan.ts';
import { programFolders } from '../plan/debian-tools.ts';

/** Programs of Debian, with all they say in a log file. */
export interface Programs {
  /**
   * Runs one to its end.
   *
   * @throws ReanError `config.invalid` with `problem: 'program-failed'`, the program and the log
   */
  run(program: string, words: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** The same wherever it is built: nothing of who builds gets into what is built. */
const environment = {
  PATH: programFolders.join(':'),
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  DEBIAN_FRONTEND: 'noninteractive',
  SOURCE_DATE_EPOCH: String(buildEpoch),
  MTOOLS_SKIP_CHECK: '1',
};

/** @param logFile what programs say is added to it */
export function openPrograms(logFile: string): Programs {
  const log = createWriteStream(logFile, { flags: 'a' });
  return {
    run: async (program, words) => {
      log.write(`\n$ ${[program, ...words].join(' ')}\n`);
      const code = await endOf(program, words, log);
      if (code !== 0) {
        throw new ReanError('config.invalid', {
          problem: 'program-failed',
          program,
          code,
          logFile,
        });
      }
    },
    close: () => new Promise((resolve) => log.end(resolve)),
  };
}

function endOf(program: string, words: readonly string[], log: WriteStream): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (bytes: Buffer) => log.write(bytes));
    child.stderr.on('data', (bytes: Buffer) => log.write(bytes));
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? -1));
  });
}
