import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Argon2Work } from './argon2.ts';

/** Runs behind the library, in the thread's own scope: one work in, one hash out. */
const answer = `
const { parentPort, workerData } = require('node:worker_threads');
module.exports
  .argon2id({ parallelism: 1, ...workerData, outputType: 'binary' })
  .then((hash) => parentPort.postMessage(hash));
`;

let code: string | null = null;

/**
 * Read as text, since a thread of a packed app can't open files inside the app's archive; this
 * process can.
 */
function threadCode(): string {
  // Named in place: packing the app looks for names written so, and leaves out what nobody names.
  const library = createRequire(import.meta.url).resolve('hash-wasm/dist/argon2.umd.min.js');
  code ??= readFileSync(library, 'utf8') + answer;
  return code;
}

/**
 * Works out an argon2id by a library, in a thread that ends with it.
 * @throws Error where the thread can't be had or fails
 */
export function argon2InThread(work: Argon2Work): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadCode(), {
      eval: true,
      workerData: work,
      execArgv: [],
      env: {},
    });
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('argon2 ended without a hash')));
    thread.once('message', (hash: unknown) => {
      // A view, no copy: who wipes the hash wipes all there is of it here.
      if (hash instanceof Uint8Array) {
        resolve(Buffer.from(hash.buffer, hash.byteOffset, hash.byteLength));
      }
      void thread.terminate();
    });
  });
}
