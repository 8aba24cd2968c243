// Not by name: Electron's may lack it, and a name that isn't there lets nothing start.
import crypto from 'node:crypto';
import type { Argon2Parameters } from 'node:crypto';
import { argon2InThread } from './argon2-thread.ts';

/** One argon2id (RFC 9106) to be worked out. */
export interface Argon2Work {
  readonly password: string;
  /** The secret key of RFC 9106, 3.1: what is not stored beside the hash. */
  readonly secret?: Uint8Array;
  readonly salt: Uint8Array;
  /** KiB. */
  readonly memorySize: number;
  /** Passes over that memory. */
  readonly iterations: number;
  /** Lanes; 1 unless told. */
  readonly parallelism?: number;
  /** Bytes. */
  readonly hashLength: number;
}

/**
 * Works out an argon2id beside what the process does, so that it goes on serving its windows or
 * stations meanwhile; its memory is given back at once. By Node's own where there is one: Electron's
 * has none (ADR 19).
 * @throws Error where a thread can't be had or fails
 */
export function argon2Apart(work: Argon2Work): Promise<Buffer> {
  return process.versions['electron'] === undefined
    ? inTurn(() => argon2ByNode(work))
    : argon2InThread(work);
}

/** One after the other: Node's few threads are also those that files are written by. */
let last: Promise<unknown> = Promise.resolve();
function inTurn(work: () => Promise<Buffer>): Promise<Buffer> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}

/** Works it out by Node's own. @throws Error where this Node has none */
export function argon2ByNode(work: Argon2Work): Promise<Buffer> {
  const { password, salt, secret, memorySize, iterations, parallelism = 1, hashLength } = work;
  const cost = { memory: memorySize, passes: iterations, parallelism, tagLength: hashLength };
  const given: Argon2Parameters = { message: password, nonce: salt, ...cost };
  const keyed = secret === undefined ? given : { ...given, secret };
  return new Promise((resolve, reject) => {
    crypto.argon2('argon2id', keyed, (error, hash) =>
      error === null ? resolve(hash) : reject(error),
    );
  });
}
