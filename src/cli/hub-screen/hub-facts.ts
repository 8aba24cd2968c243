import { networkInterfaces } from 'node:os';
import { healthCommand } from '../../hub/api/health-command.ts';
import { askRunningHub } from '../../hub/control/control-client.ts';
import type { HubCommand } from '../../hub/control/hub-command.ts';
import { freeBytesOf } from '../../hub/disk-room.ts';
import { roomCommand } from '../../hub/screen/screen-commands.ts';
import { runningFile } from '../../hub/server/running-file.ts';
import { folderVault } from '../../hub/site/site-vault.ts';
import { ReanError } from '../../shared/errors.ts';
import type { HubFacts } from './status-view.ts';

/** How long an answer is waited for that costs the hub nothing, ms; one that works out a passphrase. */
const looksMs = 5000;
const actsMs = 120_000;
const usualPort = '8643';

/** Asks the hub that runs there. @throws ReanError `hub.unreachable` where none does, or what it failed with */
export async function askHub<Input, Output>(
  folder: string,
  command: HubCommand<Input, Output>,
  input: Input,
  withinMs = actsMs,
): Promise<Output> {
  const call = { say: () => undefined, signal: AbortSignal.timeout(withinMs) };
  const answered = await askRunningHub(folder, command, input, call);
  if (answered === null) throw new ReanError('hub.unreachable', { path: folder });
  return answered.output;
}

/** Looks at the hub now and again: how it is, and how long it has said nothing. */
export class HubWatch {
  readonly #folder: string;
  readonly #monotonicMs: () => number;
  #silentSince: number;

  constructor(folder: string, monotonicMs: () => number) {
    this.#folder = folder;
    this.#monotonicMs = monotonicMs;
    this.#silentSince = monotonicMs();
  }

  async look(): Promise<HubFacts> {
    const health = await askHub(this.#folder, healthCommand, {}, looksMs).catch(() => null);
    const room = health && (await askHub(this.#folder, roomCommand, {}, looksMs).catch(() => null));
    if (health) this.#silentSince = this.#monotonicMs();
    return {
      health,
      room,
      silentMs: this.#monotonicMs() - this.#silentSince,
      addresses: addressesAt(await portOf(this.#folder)),
      freeBytes: await freeBytesOf(this.#folder),
      now: writtenNow(),
    };
  }
}

async function portOf(folder: string): Promise<string> {
  const running = await folderVault(folder)
    .read(runningFile)
    .catch(() => null);
  return (running && new URL(running.url).port) || usualPort;
}

/** What other PCs reach this one by. */
function addressesAt(port: string): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const outward = all.filter(({ internal, family }) => !internal && family === 'IPv4');
  return outward.map(({ address }) => `https://${address}:${port}`);
}

/** This PC's date and time, by its own zone: `2026-11-24 09:05`. */
export function writtenNow(at = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${date} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
