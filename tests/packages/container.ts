import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { vi } from 'vitest';
import { told } from './clean-root.ts';

/** How long a Debian may take to boot on two busy cores, ms. */
const bootsWithin = 120_000;

/** A Debian that runs in a container, with a systemd of its own and no network. */
export class Container {
  readonly #process: ChildProcess;
  #leader = '';
  #said = '';

  private constructor(root: string) {
    const words = ['--quiet', '--register=no', '--keep-unit', '--private-network', '--boot'];
    this.#process = spawn('systemd-nspawn', [...words, `--directory=${root}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#said = `${this.#said}${chunk.toString()}`.slice(-20_000);
      });
    }
  }

  static async boot(root: string): Promise<Container> {
    const container = new Container(root);
    await vi.waitFor(() => container.#isUp(), { timeout: bootsWithin, interval: 500 });
    return container;
  }

  async #isUp(): Promise<void> {
    const { pid, exitCode } = this.#process;
    if (exitCode !== null) throw new Error(`The container ended: ${this.#said}`);
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
    this.#leader = children.trim().split(' ')[0] ?? '';
    const state = await this.run('systemctl is-system-running || true');
    if (!/running|degraded/.test(state)) throw new Error(`It is not up yet: ${state}`);
  }

  /** What a command of root's prints there. Rejects where it fails, with what it said. */
  run(command: string): Promise<string> {
    return told('nsenter', '--target', this.#leader, '--all', 'sh', '-ec', command);
  }

  /** One property of a unit, as systemd shows it. */
  async property(unit: string, name: string): Promise<string> {
    return (await this.run(`systemctl show --property=${name} --value ${unit}`)).trim();
  }

  async powerOff(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const ended = once(this.#process, 'exit');
    // Who asks is in there as well, and may go with it before it is answered.
    await Promise.allSettled([this.run('systemctl poweroff')]);
    await ended;
  }
}
