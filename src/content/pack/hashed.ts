import { createHash } from 'node:crypto';

/** Passes bytes on while hashing them; `matches` is known once all have passed. */
export class Hashed {
  readonly #hash = createHash('sha256');
  #size = 0;

  /** Bytes that have passed. */
  get size(): number {
    return this.#size;
  }

  take(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    this.#size += chunk.byteLength;
  }

  /** Hashes each chunk before handing it on. */
  async *through(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      this.take(chunk);
      yield chunk;
    }
  }

  /** Whether what passed is the content expected, in bytes and SHA-256. Call once, at the end. */
  matches(expected: { readonly size: number; readonly sha256: string }): boolean {
    return this.#size === expected.size && this.#hash.digest('hex') === expected.sha256;
  }
}

/** Whether bytes hash to what is expected, read through once. */
export async function contentMatches(
  bytes: AsyncIterable<Uint8Array>,
  expected: { readonly size: number; readonly sha256: string },
): Promise<boolean> {
  const hashed = new Hashed();
  for await (const _ of hashed.through(bytes)) continue;
  return hashed.matches(expected);
}
