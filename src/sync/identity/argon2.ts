import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** One argon2id (RFC 9106) to be worked out, in one lane. */
export interface Argon2Work {
  readonly password: string;
  /** The secret key of RFC 9106, 3.1: what is not stored beside the hash. */
  readonly secret: Uint8Array;
  readonly salt: Uint8Array;
  /** KiB. */
  readonly memorySize: number;
  /** Passes over that memory. */
  readonly iterations: number;
  /** Bytes. */
  readonly hashLength: number;
}

/** Runs behind the library, in the thread's own scope: one work in, one hash out. */
const answer = `
const { parentPort, workerData } = require('node:worker_threads');
module.exports
  .argon2id({ ...workerData, parallelism: 1, outputType: 'binary' })
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
 * Works out an argon2id in a thread of its own, so that the process goes on serving its windows
 * meanwhile. The thread ends with it, and its memory is given back at once.
 * @throws Error where the thread can't be had or fails
 */
export function argon2Apart(work: Argon2Work): Promise<Buffer> {
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
