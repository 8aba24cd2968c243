import { createReadStream } from 'node:fs';
import * as z from 'zod';
import type { FetchWatch, PackOrigin } from '../../src/content/store/pack-origin.ts';
import type { PackStore } from '../../src/content/store/pack-store.ts';
import { packFilePath } from '../../src/shared/contracts/pack-files.ts';
import type { PackFileAsk } from '../../src/shared/contracts/pack-files.ts';
import { ReanError } from '../../src/shared/errors.ts';

/** A store that packs are fetched from, over a line a test cuts or meddles with. */
export class TestOrigin implements PackOrigin {
  readonly #store: Pick<PackStore, 'stored'>;
  /** What was asked for, `path` or `path from`. */
  readonly asked: string[] = [];
  /** The line is cut once so many bytes of contents came over it. */
  bytesLeft = Number.POSITIVE_INFINITY;
  /** What becomes of a piece on its way. */
  meddle: (piece: Uint8Array) => Uint8Array = (piece) => piece;

  constructor(store: Pick<PackStore, 'stored'>) {
    this.#store = store;
  }

  async file(ask: PackFileAsk): Promise<Uint8Array> {
    this.asked.push(packFilePath(ask));
    const pieces: Uint8Array[] = [];
    for await (const piece of this.#read(ask, 0)) pieces.push(piece);
    return new Uint8Array(Buffer.concat(pieces));
  }

  async *blob(sha256: string, from: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    this.asked.push(`${sha256.slice(0, 8)} ${from}`);
    for await (const piece of this.#read({ kind: 'blob', sha256 }, from)) {
      signal.throwIfAborted();
      if (piece.byteLength > this.bytesLeft) {
        yield this.meddle(piece.subarray(0, this.bytesLeft));
        this.bytesLeft = 0;
        throw new ReanError('hub.unreachable', { reason: 'ECONNRESET' });
      }
      this.bytesLeft -= piece.byteLength;
      yield this.meddle(piece);
    }
  }

  async *#read(ask: PackFileAsk, start: number): AsyncGenerator<Uint8Array> {
    const stored = await this.#store.stored(ask);
    if (stored === null) throw new ReanError('pack.not-installed', { path: packFilePath(ask) });
    for await (const piece of createReadStream(stored.blobPath, { start, highWaterMark: 100 })) {
      yield z.instanceof(Uint8Array).parse(piece);
    }
  }
}

/** Watches nothing, and holds nothing back. Somebody is there for every other piece. */
export function patientWatch(over: Partial<FetchWatch> = {}): FetchWatch {
  let alone = false;
  return {
    signal: new AbortController().signal,
    alone: () => {
      alone = !alone;
      return alone;
    },
    admit: () => Promise.resolve(),
    progress: () => undefined,
    ...over,
  };
}
