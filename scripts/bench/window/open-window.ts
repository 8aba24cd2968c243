import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import * as z from 'zod';
import type { Bench } from '../bench.ts';
import { CannotMeasure } from '../cannot-measure.ts';
import { lazily } from '../lazily.ts';
import { lookAfter } from '../machine/child.ts';
import { DebuggerLine } from './debugger-line.ts';
import { paintedAt } from './in-page.ts';

/** A window of a real Electron, started as a person would start it. */
export interface BenchWindow {
  readonly pid: number;
  /**
   * From the start of its process until its first page has painted something that fits `selector`,
   * ms. To be asked at once. Nothing holds the app up meanwhile.
   */
  paintedMs(selector: string): Promise<number>;
  /** The page in sight, to be touched; ask once it has painted. */
  page(): Promise<Page>;
  /** The next page to open: a kiosk gets a new one after each sitting. */
  nextPage(): Promise<Page>;
  /**
   * Evaluates in the page in sight, awaited. Unlike `page`, it goes on where the process of a frame was killed.
   */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

const openWithinMs = 60_000;
const betweenLooksMs = 5;

/** Chromium prints where its debugger listens, long before there is a page. */
async function debuggerAddress(output: Readable): Promise<string> {
  const lines = createInterface({ input: output });
  const limit = setTimeout(() => lines.close(), openWithinMs);
  let said = '';
  try {
    for await (const line of lines) {
      const address = /^DevTools listening on (ws:\S+)$/.exec(line)?.[1];
      if (address !== undefined) return address;
      said += `\n  ${line}`;
    }
    throw new CannotMeasure(`The window did not start.${said}`);
  } finally {
    clearTimeout(limit);
    lines.close();
    // Whatever it prints later goes nowhere, but must not fill the pipe.
    output.resume();
  }
}

async function firstPage(line: DebuggerLine): Promise<string> {
  const until = performance.now() + openWithinMs;
  while (performance.now() < until) {
    // Chromium lists a frame with a process of its own as a page without an address for a while
    const [page] = [...(await line.pages())].filter(([, address]) => address !== '');
    if (page !== undefined) return page[0];
    await wait(betweenLooksMs);
  }
  throw new CannotMeasure('The window did not open.');
}

/** When the first page has painted what fits, ms since 1970. */
async function firstPaintedAt(address: string, selector: string): Promise<number> {
  const line = await DebuggerLine.open(address);
  const late = setTimeout(() => line.close(), openWithinMs);
  try {
    const session = await line.attach(await firstPage(line));
    const look = `(${paintedAt.toString()})(${JSON.stringify(selector)})`;
    for (;;) {
      const at = await line.evaluate(session, look).catch(goneElsewhere);
      if (at !== null) return z.number().parse(at);
      await wait(betweenLooksMs);
    }
  } finally {
    clearTimeout(late);
    line.close();
  }
}

async function evaluateIn(address: string, expression: string): Promise<unknown> {
  const line = await DebuggerLine.open(address);
  try {
    return await line.evaluate(await line.attach(await firstPage(line)), expression);
  } finally {
    line.close();
  }
}

/** A window's page begins as an empty one; what was asked there is lost. */
function goneElsewhere(error: unknown): null {
  const { message } = z.object({ message: z.string() }).parse(error);
  if (/context|navigat|collected/i.test(message)) return null;
  throw error;
}

function pageOf(context: BrowserContext): Promise<Page> {
  const open = context.pages().at(-1);
  return open === undefined ? context.waitForEvent('page') : Promise.resolve(open);
}

function contextOf(browser: Browser): BrowserContext {
  const [context] = browser.contexts();
  if (context === undefined) throw new CannotMeasure('The window has no debugger.');
  return context;
}

/** @param words the app and its words, for Electron */
export async function openWindow(bench: Bench, words: readonly string[]): Promise<BenchWindow> {
  const startedAtMs = Date.now();
  const child = spawn(bench.electron.path, ['--remote-debugging-port=0', ...words], {
    detached: true,
    env: bench.environment,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const end = lookAfter(child);
  const address = await debuggerAddress(child.stderr).catch(async (error: unknown) => {
    await end();
    throw error;
  });
  const browser = lazily(() => chromium.connectOverCDP(address));
  const context = async () => contextOf(await browser.get());
  return {
    pid: child.pid ?? 0,
    paintedMs: async (selector) => (await firstPaintedAt(address, selector)) - startedAtMs,
    page: async () => pageOf(await context()),
    nextPage: async () => (await context()).waitForEvent('page'),
    evaluate: (expression) => evaluateIn(address, expression),
    async close() {
      await browser.ifMade((made) => made.close());
      await end();
    },
  };
}
