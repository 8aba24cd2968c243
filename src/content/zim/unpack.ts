import { Decompress } from 'fzstd';
import xz from 'xz-decompress';
import type { RandomFile } from './random-file.ts';
import { ZimFault } from './zim-fault.ts';
import { viewOf } from './zim-header.ts';

/** Packed bytes handed over at a time: between two of them others get their turn. */
const stepBytes = 4 * 1024;

export interface Packed {
  readonly file: RandomFile;
  readonly from: number;
  /** Where it ends. */
  readonly to: number;
  /** Of whom is told where it can't be unpacked. */
  readonly name: string;
}

/**
 * The first `length` unpacked bytes, or some more. No more memory is taken than for twice as many, whatever the
 * packed bytes ask for.
 * @throws ZimFault where they are damaged or cut off
 */
export type Unpack = (packed: Packed, length: number) => Promise<Uint8Array>;

/** A block of zstd: so much comes at once. */
const blockBytes = 128 * 1024;

export const unpackZstd: Unpack = async (packed, length) => {
  const { name } = packed;
  const out = new Gathered(length);
  const machine = new Decompress((chunk) => out.add(chunk));
  let begun = false;
  for await (const chunk of steps(packed)) {
    const bytes = begun ? chunk : withWindow(chunk, Math.max(length, blockBytes), name);
    begun = true;
    try {
      machine.push(bytes);
    } catch (error) {
      // What follows in the archive is no more of this, and is taken for it.
      if (!out.isFull) throw damaged(error, name);
    }
    if (out.isFull) return out.bytes();
  }
  throw new ZimFault('it is cut off', name);
};

/**
 * The first bytes, so that no more memory is taken than what is asked for needs: archives tell to look back on 128 MiB,
 * of which there are never more than were unpacked (RFC 8878, 3.1.1.1).
 */
function withWindow(chunk: Uint8Array, length: number, name: string): Uint8Array {
  if (chunk.byteLength < 18) throw new ZimFault('it is cut off', name);
  const view = viewOf(chunk);
  if (view.getUint32(0, true) !== 0xfd2fb528) {
    throw new ZimFault('it is not packed as it says', name);
  }
  if ((view.getUint8(4) & 0x20) !== 0) {
    if (contentSize(view) <= largestSegment) return chunk;
    throw new ZimFault('it unpacks to more than there is room for', name);
  }
  const exponent = Math.ceil(Math.log2(length)) - 10;
  const enough = new Uint8Array(chunk);
  enough[5] = Math.min(view.getUint8(5), exponent << 3);
  return enough;
}

/** What is unpacked in one piece, bytes. */
const largestSegment = 64 * 1024 * 1024;

function contentSize(view: DataView): number {
  const descriptor = view.getUint8(4);
  const at = 5 + ([0, 1, 2, 4][descriptor & 3] ?? 0);
  switch (descriptor >> 6) {
    case 0:
      return view.getUint8(at);
    case 1:
      return view.getUint16(at, true) + 256;
    case 2:
      return view.getUint32(at, true);
    default:
      return Number(view.getBigUint64(at, true));
  }
}

export const unpackXz: Unpack = async (packed, length) => {
  const { name } = packed;
  const source = steps(packed);
  const input = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await source.next();
      if (next.done === true) controller.error(new ZimFault('it is cut off', name));
      else controller.enqueue(next.value);
    },
  });
  const out = new Gathered(length);
  const reader = new xz.XzReadableStream(input).getReader();
  try {
    while (!out.isFull) {
      const { done, value } = await reader.read();
      if (done) throw new ZimFault('it is shorter than it says', name);
      out.add(value);
    }
    return out.bytes();
  } catch (error) {
    throw damaged(error, name);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
};

/** Unpacked bytes, until there are enough. */
class Gathered {
  readonly #wanted: number;
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  constructor(wanted: number) {
    this.#wanted = wanted;
  }

  get isFull(): boolean {
    return this.#length >= this.#wanted;
  }

  /** What comes when there is enough is let go. */
  add(chunk: Uint8Array): void {
    if (this.isFull) return;
    this.#parts.push(chunk);
    this.#length += chunk.byteLength;
  }

  bytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#parts));
  }
}

/** Packed bytes in small steps; other work of this process is done between them. */
async function* steps({ file, from, to }: Packed): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += stepBytes) {
    yield await file.read(at, Math.min(stepBytes, to - at));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const damaged = (error: unknown, name: string) =>
  error instanceof ZimFault ? error : new ZimFault(`it can't be unpacked (${String(error)})`, name);
