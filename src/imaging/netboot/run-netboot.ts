import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { access, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { netbootProblemSchema } from '../../shared/contracts/netboot.ts';
import type { NetbootProblem, NetbootRequest } from '../../shared/contracts/netboot.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import { dnsmasqConfig } from './dnsmasq-config.ts';
import { makeFileServer } from './file-server.ts';
import type { FileServer } from './file-server.ts';
import { leasesOf } from './lan.ts';
import type { Lan, Leases } from './lan.ts';
import { readRequest, tellHub } from './request-file.ts';
import type { StartClock } from '../../content/disk/start-clock.ts';
import { readImageKey, readServedFiles } from './served-files.ts';

export interface NetbootOrder {
  /** What the hub asks, as it writes it. */
  readonly request: string;
  /** What PCs are installed from. */
  readonly files: string;
  /** The images' public key. */
  readonly keyFile: string;
  /** A folder of this service's own, where the hub reads how it goes. */
  readonly state: string;
  readonly port: number;
  /** The network of the lab. @throws ReanError `config.invalid` where there is none, or several */
  readonly lan: () => Lan;
  readonly leases: Leases | null;
  readonly dnsmasq: string;
  /** Where Debian keeps iPXE. */
  readonly ipxe: string;
  readonly clock: StartClock;
  readonly log: (line: string) => void;
}

/** How often it is looked whether the hub still asks for it, ms. */
const lookMs = 1000;

/**
 * Serves what installs PCs, for as long as the hub asks for it and no longer than an hour ([PXE1]). What keeps it
 * from that is told to the hub, and is no failure of the process.
 *
 * @param stop ends it at once
 */
export async function runNetboot(order: NetbootOrder, stop: AbortSignal): Promise<void> {
  const asked = await readRequest(order.request, order.clock);
  if (asked === null) return order.log('nobody asks for it');
  const { request } = asked;
  const tell = (problem: NetbootProblem | null, pcs: number) =>
    tellHub(join(order.state, 'state.json'), {
      v: 1,
      boot: request.boot,
      untilMs: request.untilMs,
      problem,
      pcs,
    });
  const over = AbortSignal.any([stop, AbortSignal.timeout(asked.leftMs)]);
  try {
    await serve(order, request, over, (pcs) => tell(null, pcs));
  } catch (error) {
    const problem = problemOf(error);
    order.log(`${problem}: ${error instanceof Error ? error.message : String(error)}`);
    await tell(problem, 0);
  }
}

function problemOf(error: unknown): NetbootProblem {
  if (!isReanError(error, 'config.invalid')) throw error;
  const told = error.facts['problem'] === 'no-key' ? 'no-files' : error.facts['problem'];
  return netbootProblemSchema.parse(told);
}

async function serve(
  order: NetbootOrder,
  request: NetbootRequest,
  over: AbortSignal,
  tell: (pcs: number) => Promise<void>,
): Promise<void> {
  const lan = order.lan();
  await requirePrograms(order);
  const key = await readImageKey(order.keyFile);
  const served = await readServedFiles(order.files, key, true);
  const hub = `http://${lan.address}:${order.port}`;
  const made = await makeFileServer(order.files, served, hub);
  await listen(made.server, order.port, lan.address);
  const dnsmasq = await startDnsmasq(order, lan);
  order.log(`serving ${served.roles.join(', ')} of ${served.site} at ${hub} on ${lan.name}`);
  try {
    await tell(0);
    await untilOver({ order, request, over, made, dnsmasq, tell });
  } finally {
    dnsmasq.child.kill();
    made.server.closeAllConnections();
    await new Promise((resolve) => made.server.close(resolve));
    await rm(join(order.state, 'dnsmasq.conf'), { force: true });
    order.log('over');
  }
}

async function requirePrograms({ dnsmasq, ipxe }: NetbootOrder): Promise<void> {
  for (const path of [dnsmasq, join(ipxe, 'undionly.kpxe'), join(ipxe, 'ipxe.efi')]) {
    await access(path).catch((error: unknown) => {
      throw new ReanError('config.invalid', { problem: 'no-programs', path }, error);
    });
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(new ReanError('config.invalid', { problem: 'port-in-use', port }, error)),
    );
    server.listen(port, host, () => resolve());
  });
}

interface Dnsmasq {
  readonly child: ChildProcess;
  /** It has ended, or did not start. */
  readonly ended: AbortSignal;
}

async function startDnsmasq(order: NetbootOrder, lan: Lan): Promise<Dnsmasq> {
  const file = join(order.state, 'dnsmasq.conf');
  const plan = {
    lan,
    leases: leasesOf(lan, order.leases),
    port: order.port,
    ipxe: order.ipxe,
    leaseFile: join(order.state, 'leases'),
  };
  await writeFile(file, dnsmasqConfig(plan));
  const words = ['--keep-in-foreground', `--conf-file=${file}`];
  const child = spawn(order.dnsmasq, words, { stdio: ['ignore', 'inherit', 'inherit'], env: {} });
  // From its first moment: it may end before anybody else looks.
  const ended = new AbortController();
  child.once('exit', () => ended.abort());
  child.once('error', () => ended.abort());
  return { child, ended: ended.signal };
}

interface UnderWay {
  readonly order: NetbootOrder;
  readonly request: NetbootRequest;
  readonly over: AbortSignal;
  readonly made: FileServer;
  readonly dnsmasq: Dnsmasq;
  readonly tell: (pcs: number) => Promise<void>;
}

/** Until the time is over, the hub asks for it no more, or dnsmasq, which it can't do without, has ended. */
async function untilOver(underWay: UnderWay): Promise<void> {
  const { order, request, over, made, dnsmasq, tell } = underWay;
  const either = AbortSignal.any([over, dnsmasq.ended]);
  let told = 0;
  while (!either.aborted) {
    await wait(lookMs, undefined, { signal: either }).catch(() => undefined);
    const now = await readRequest(order.request, order.clock);
    if (now?.request.untilMs !== request.untilMs) return;
    if (made.pcs() !== told) {
      told = made.pcs();
      await tell(told);
    }
  }
  if (dnsmasq.ended.aborted && !over.aborted) {
    throw new ReanError('config.invalid', { problem: 'program-ended' });
  }
}
