import { chmod, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { asReanError } from '../../shared/errors.ts';
import type { ErrorFacts } from '../../shared/errors.ts';
import type { Log } from '../../shared/ports.ts';
import { readJson } from '../guard/read-body.ts';
import { isRefusal } from '../guard/refusal.ts';
import type { HubParts } from '../hub-app.ts';
import { otherVersion } from './hub-command.ts';
import type { HubCommand } from './hub-command.ts';
import { hubCommands } from './hub-commands.ts';
import { socketName, withSocketPath } from './socket-path.ts';
import { commandPath, mostInputBytes } from './wire.ts';
import type { AnswerLine } from './wire.ts';

const limits = { headersTimeout: 5000, requestTimeout: 15_000, maxHeaderSize: 4096 } as const;
const mostConnections = 32;

export interface ControlOptions {
  readonly folder: string;
  readonly parts: HubParts;
  readonly log: Log;
  /** What a running hub knows; others for tests. */
  readonly commands?: readonly HubCommand<unknown, unknown>[];
}

export interface ControlServer {
  /** Takes no more commands, aborts those under way and waits for them ([CTL5]). */
  close(): Promise<void>;
}

/**
 * Listens for technicians' commands on `control.sock` in the hub's folder ([CTL1]). A socket that a
 * killed hub left there is replaced; call this only while holding the folder.
 */
export async function serveControl(options: ControlOptions): Promise<ControlServer> {
  const { folder, log } = options;
  const desk = new CommandDesk(options);
  const server = createServer(limits, desk.listener);
  server.maxConnections = mostConnections;
  const path = join(folder, socketName);
  const unready = `${socketName}.new`;
  try {
    await rm(join(folder, unready), { force: true });
    await withSocketPath(folder, unready, (short) => listenOn(server, short));
    // Under its real name only once nobody else can open it.
    await chmod(join(folder, unready), 0o600);
    await rename(join(folder, unready), path);
  } catch (error) {
    // Stations need their hub all the same.
    server.close();
    log.error('control.unavailable', { detail: String(error) });
  }
  return {
    close: async () => {
      await rm(path, { force: true });
      await desk.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

function listenOn(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ path }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Reads commands, has them carried out, and answers line by line. */
class CommandDesk {
  readonly #options: ControlOptions;
  readonly #stopping = new AbortController();
  readonly #underWay = new Set<Promise<void>>();

  constructor(options: ControlOptions) {
    this.#options = options;
  }

  readonly listener: RequestListener = (request, response) => {
    const served = this.#serve(request, response).finally(() => this.#underWay.delete(served));
    this.#underWay.add(served);
  };

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#underWay);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const left = new AbortController();
    response.once('close', () => left.abort());
    response.writeHead(200, {
      'Content-Type': 'application/x-ndjson',
      'Cache-Control': 'no-store',
    });
    const answer = (line: AnswerLine) => void response.write(`${JSON.stringify(line)}\n`);
    const signal = AbortSignal.any([left.signal, this.#stopping.signal]);
    try {
      const done = await this.#carryOut(request, { say: (say) => answer({ say }), signal });
      answer({ done });
    } catch (error) {
      answer({ failed: this.#tell(request, error) });
    }
    response.end();
  }

  async #carryOut(
    request: IncomingMessage,
    call: Parameters<HubCommand<unknown, unknown>['carryOut']>[2],
  ) {
    const { parts, commands = hubCommands } = this.#options;
    const { method, url = '' } = request;
    const command = commands.find(({ name }) => commandPath(name) === url);
    if (method !== 'POST' || !command) throw otherVersion(url.slice(0, 100));
    const body = await readJson(request, mostInputBytes);
    if (isRefusal(body)) throw otherVersion(command.name);
    this.#options.log.info('control.command', { command: command.name });
    return command.output.parse(await command.carryOut(parts, body.json, call));
  }

  #tell(request: IncomingMessage, error: unknown) {
    const { code, facts, cause } = asReanError(error);
    const detail = cause instanceof Error ? (cause.stack ?? cause.message) : null;
    this.#options.log.warn('control.failed', { path: request.url?.slice(0, 100), code, detail });
    return { code, facts: shortened(facts) };
  }
}

function shortened(facts: ErrorFacts): ErrorFacts {
  const entries = Object.entries(facts).map(
    ([name, fact]) => [name, typeof fact === 'string' ? fact.slice(0, 4096) : fact] as const,
  );
  return Object.fromEntries(entries);
}
