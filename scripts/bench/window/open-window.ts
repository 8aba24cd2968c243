import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import type { Bench } from '../bench.ts';
import { lookAfter } from '../machine/child.ts';

/** A window of a real Electron, as a person would have started it. */
export interface BenchWindow {
  readonly pid: number;
  /** When its process was started, ms since 1970. */
  readonly startedAtMs: number;
  /** The page in sight. */
  page(): Promise<Page>;
  /** The next page to open: a kiosk gets a new one after each sitting. */
  nextPage(): Promise<Page>;
  close(): Promise<void>;
}

const openWithinMs = 30_000;

/** Chromium prints where its debugger listens, long before there is a page. */
async function debuggerAddress(output: Readable): Promise<string> {
  const lines = createInterface({ input: output });
  const limit = setTimeout(() => lines.close(), openWithinMs);
  try {
    for await (const line of lines) {
      const address = /^DevTools listening on (ws:\S+)$/.exec(line)?.[1];
      if (address !== undefined) return address;
    }
    throw new Error('The window did not start.');
  } finally {
    clearTimeout(limit);
    lines.close();
    // Whatever it prints later goes nowhere, but must not fill the pipe.
    output.resume();
  }
}

function pageOf(context: BrowserContext): Promise<Page> {
  const open = context.pages().at(-1);
  return open === undefined ? context.waitForEvent('page') : Promise.resolve(open);
}

/**
 * Starts Electron by itself, not held up by whoever watches: the debugger joins while it starts.
 *
 * @param words the app and its words
 */
export async function openWindow(bench: Bench, words: readonly string[]): Promise<BenchWindow> {
  const startedAtMs = Date.now();
  const child = spawn(bench.electron.path, ['--remote-debugging-port=0', ...words], {
    detached: true,
    env: bench.environment,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const end = lookAfter(child);
  try {
    const browser = await chromium.connectOverCDP(await debuggerAddress(child.stderr));
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('The window has no debugger.');
    return {
      pid: child.pid ?? 0,
      startedAtMs,
      page: () => pageOf(context),
      nextPage: () => context.waitForEvent('page'),
      async close() {
        await browser.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}
