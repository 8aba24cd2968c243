import { execFile } from 'node:child_process';
import type { UpdateState } from '../../shared/contracts/maintenance.ts';

/** What has a newer system taken from a stick ([IMG9]). */
export interface UpdateService {
  /** Null where this PC has none. */
  state(): Promise<UpdateState | null>;
  /** @returns why it did not begin, in the system's words; null where it did */
  begin(): Promise<string | null>;
}

/** Never through a shell or a search path, and never asking anybody for a password. */
const systemctl = '/usr/bin/systemctl';
const unit = 'rean-update.service';
const asked = ['LoadState', 'ActiveState', 'ExecMainStatus', 'ExecMainExitTimestampMonotonic'];
export const showWordsOf = (of: string) => ['show', of, `--property=${asked.join(',')}`] as const;
export const startWords = ['start', '--no-ask-password', '--no-block', unit] as const;
/** A service manager that is there answers at once, ms. */
const answersWithinMs = 5_000;
const saidLimit = 300;

/** @param program absolute path of what is asked; systemd's own but in tests */
export function updateService(program = systemctl, withinMs = answersWithinMs): UpdateService {
  const options = { timeout: withinMs, killSignal: 'SIGKILL', env: { LC_ALL: 'C' } } as const;
  const run = (words: readonly string[]) =>
    new Promise<{ readonly said: string; readonly wrong: Error | null; readonly failed: string }>(
      (resolve) => {
        execFile(program, [...words], options, (wrong, said, failed) =>
          resolve({ said, wrong, failed }),
        );
      },
    );
  // One at a time: one that hangs is not asked again meanwhile.
  let asking: Promise<UpdateState | null> | null = null;
  return {
    state() {
      asking ??= run(showWordsOf(unit))
        .then(({ said, wrong }) => (wrong === null ? stateOf(said) : stateOfFault(wrong)))
        .finally(() => {
          asking = null;
        });
      return asking;
    },
    async begin() {
      const { wrong, failed } = await run(startWords);
      return wrong === null ? null : (failed.trim() || wrong.message).slice(0, saidLimit);
    },
  };
}

/** One that had to be ended hangs; where there is none, or no systemd, there is no such service. */
function stateOfFault(wrong: Error): UpdateState | null {
  return 'killed' in wrong && wrong.killed === true ? { state: 'silent' } : null;
}

/** What `systemctl show` says of it, a line each: `ActiveState=inactive`. */
export function stateOf(said: string): UpdateState | null {
  const facts = new Map(
    said.split('\n').map((line) => {
      const at = line.indexOf('=');
      return [line.slice(0, at), line.slice(at + 1).trim()] as const;
    }),
  );
  if (facts.get('LoadState') !== 'loaded') return null;
  const active = facts.get('ActiveState');
  if (active === 'activating' || active === 'active') return { state: 'running' };
  if ((facts.get('ExecMainExitTimestampMonotonic') ?? '0') === '0') return { state: 'resting' };
  const status = Number(facts.get('ExecMainStatus'));
  return Number.isInteger(status) ? { state: 'over', status } : { state: 'silent' };
}
