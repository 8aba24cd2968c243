import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { _electron } from 'playwright-core';
import { vi } from 'vitest';
import { electronProgram } from '../../src/cli/lab/electron-program.ts';
import type { LeakListener } from '../factories/leak-listener.ts';
import { writeHostile } from '../factories/piece-pack.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';
import { readyWhenWatched, root } from './test-lab.ts';

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

const around = '<!doctype html><iframe src="index.html"></iframe>';

/** Serves the hostile piece as any web page, within a page as a player's. */
async function serveHostile(listener: LeakListener) {
  const folder = await temporaryFolder();
  await writeHostile(folder, listener);
  const answer = async ({ url }: IncomingMessage, response: ServerResponse) => {
    const name = (url ?? '/').slice(1).split('?', 1)[0] ?? '';
    const body = name === '' ? around : await readFile(join(folder, name)).catch(() => null);
    const type = types[name === '' ? '.html' : extname(name)] ?? 'text/plain';
    response.writeHead(body === null ? 404 : 200, { 'content-type': type });
    response.end(body);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { address: `http://127.0.0.1:${address.port}/`, stop: () => server.close() };
}

/** What the hostile piece reaches from a window that guards nothing; waits for as much as it can. */
export async function leaksOfOpenPage(listener: LeakListener): Promise<readonly string[]> {
  const server = await serveHostile(listener);
  const { path, sandboxed } = electronProgram(root);
  const page = join(root, 'tests', 'fixtures', 'open-page');
  const app = await _electron.launch({
    executablePath: path,
    args: [...readyWhenWatched, ...(sandboxed ? [page] : ['--no-sandbox', page])],
    env: { ...process.env, ADDRESS: server.address },
  });
  try {
    await vi
      .waitUntil(() => listener.reached().length === listener.names.length, 15_000)
      .catch(() => undefined);
    return listener.reached();
  } finally {
    await app.close();
    server.stop();
  }
}
