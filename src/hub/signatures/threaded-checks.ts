import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import { isSigned, keyBytes, signatureBytes } from './ed25519.ts';
import type { Signed } from './ed25519.ts';
import type { SignatureChecks } from './signature-checks.ts';
import { packSigned } from './signed-batch.ts';

/** Fewer are checked sooner than told to another thread. */
const fewest = 8;
/** So that the other thread begins while this one still reads the rest of a page. */
const most = 64;

interface Asked {
  readonly signed: Signed;
  readonly answer: (holds: boolean) => void;
}

const answerSchema = z.instanceof(Uint8Array);

/**
 * Checks signatures in a thread of its own, which is started when there is the first time much to do:
 * a check takes longer than anything else that is done with an event. What is asked for in one turn
 * goes over together. Should the thread fail, they are checked here.
 */
export class ThreadedChecks implements SignatureChecks {
  readonly #script: string;
  #asked: Asked[] = [];
  #isDue = false;
  #thread: Worker | null = null;
  #isBroken = false;
  /** What the thread has, in the order it answers. */
  readonly #sent: (readonly Asked[])[] = [];

  /** @param script path of `signature-worker` */
  constructor(script = workerScript()) {
    this.#script = script;
  }

  check(signed: Signed): Promise<boolean> {
    const { key, signature } = signed;
    const isWhole = key.length === keyBytes && signature.length === signatureBytes;
    if (!isWhole) return Promise.resolve(false);
    return new Promise((answer) => {
      this.#asked.push({ signed, answer });
      if (this.#asked.length >= most) this.#send();
      else if (!this.#isDue) {
        this.#isDue = true;
        process.nextTick(() => this.#send());
      }
    });
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#isBroken = true;
    if (thread === null) return;
    const ended = once(thread, 'exit');
    await thread.terminate();
    await ended;
  }

  #send(): void {
    this.#isDue = false;
    const asked = this.#asked;
    this.#asked = [];
    if (asked.length < fewest || this.#isBroken) return checkHere(asked);
    this.#thread ??= this.#start();
    this.#sent.push(asked);
    const batch = packSigned(asked.map(({ signed }) => signed));
    const { keys, signatures, ends, messages } = batch;
    this.#thread.postMessage(batch, [keys.buffer, signatures.buffer, ends.buffer, messages.buffer]);
  }

  #start(): Worker {
    const thread = new Worker(this.#script, {
      // It makes no garbage to speak of, and this PC has little memory.
      resourceLimits: { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 32 },
    });
    thread.unref();
    thread.on('message', (message: unknown) => {
      const answers = answerSchema.parse(message);
      this.#sent.shift()?.forEach(({ answer }, index) => answer(answers[index] === 1));
    });
    thread.on('error', () => this.#giveUp());
    thread.on('exit', () => this.#giveUp());
    return thread;
  }

  #giveUp(): void {
    this.#isBroken = true;
    this.#thread = null;
    for (const asked of this.#sent.splice(0)) checkHere(asked);
  }
}

function checkHere(asked: readonly Asked[]): void {
  for (const { signed, answer } of asked) answer(isSigned(signed));
}

/** Beside this file as it is written; built, it is one of the files that are started. */
function workerScript(): string {
  const name = 'signature-worker';
  const here = import.meta.dirname;
  const places = [`${name}.ts`, `${name}.js`].map((file) => join(here, file));
  return places.find((place) => existsSync(place)) ?? join(here, '..', `${name}.js`);
}
