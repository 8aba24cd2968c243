import { ByteWriter } from './byte-writer.ts';
import { indexMagic, termsInBlock } from './index-format.ts';
import type { IndexFoot, IndexSection } from './index-format.ts';
import { termsOf } from './search-terms.ts';

/** Something that can be found. */
export interface IndexedPlace {
  /** Says to whoever asks what was found. */
  readonly number: number;
  readonly title: string;
  /** The first words, shown with it. */
  readonly lead: string;
}

/** How much a term in a title counts against one in a text, where it counts 1 to `mostInText`. */
const titleWeight = 120;
const otherNameWeight = 80;
const mostInText = 20;

/** Where terms stand, of which there are more than anything else: 9 bytes each. */
const mostPostings = 24_000_000;

/**
 * Gathers where words stand. Memory is bounded: when it is full, words of further texts are not found, titles are.
 */
export class IndexWriter {
  readonly #terms = new Map<string, number>();
  readonly #places: IndexedPlace[] = [];
  #last = new Uint32Array(1024);
  #before = new Uint32Array(4096);
  #placeOf = new Uint32Array(4096);
  #weights = new Uint8Array(4096);
  /** Posting 0 stands for none. */
  #count = 1;

  /** Whether no more texts come in. */
  get isFull(): boolean {
    return this.#count > mostPostings;
  }

  /** @returns the number of the place here, for {@link addName} */
  add(place: IndexedPlace, text: string): number {
    const at = this.#places.push(place) - 1;
    const counts = new Map<string, number>();
    if (!this.isFull)
      for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      this.#post(term, at, Math.min(mostInText, 1 + Math.round(4 * Math.log2(count))));
    }
    this.#postTitle(place.title, at, titleWeight);
    return at;
  }

  /** Another name of a place. */
  addName(at: number, name: string): void {
    this.#postTitle(name, at, otherNameWeight);
  }

  /** A word in a short title says more than one in a long one. */
  #postTitle(title: string, at: number, weight: number): void {
    const terms = new Set(termsOf(title));
    for (const term of terms) this.#post(term, at, Math.max(30, weight / Math.sqrt(terms.size)));
  }

  #post(term: string, place: number, weight: number): void {
    const known = this.#terms.get(term);
    const number = known ?? this.#terms.size;
    if (known === undefined) this.#terms.set(term, number);
    this.#makeRoom(number);
    this.#before[this.#count] = this.#last[number] ?? 0;
    this.#placeOf[this.#count] = place;
    this.#weights[this.#count] = Math.round(weight);
    this.#last[number] = this.#count;
    this.#count += 1;
  }

  #makeRoom(term: number): void {
    if (term >= this.#last.length) this.#last = grown(this.#last, new Uint32Array(term * 2));
    if (this.#count < this.#before.length) return;
    const size = this.#count * 2;
    this.#before = grown(this.#before, new Uint32Array(size));
    this.#placeOf = grown(this.#placeOf, new Uint32Array(size));
    this.#weights = grown(this.#weights, new Uint8Array(size));
  }

  /** The file, part by part. The same places and texts give the same bytes. */
  async *parts(): AsyncGenerator<Uint8Array> {
    const out = new Sections();
    const starts = new Uint8Array((this.#places.length + 1) * 4);
    const places = yield* out.section(this.#placeParts(new DataView(starts.buffer)));
    const startsAt = yield* out.section([starts]);
    const terms = new ByteWriter();
    const blocks = new ByteWriter();
    const postings = yield* out.section(this.#postingParts(terms, blocks));
    const termsAt = yield* out.section([terms.take()]);
    const blocksAt = yield* out.section([blocks.take()]);
    const foot: IndexFoot = {
      places: this.#places.length,
      sections: { places, starts: startsAt, postings, terms: termsAt, blocks: blocksAt },
    };
    yield footBytes(foot);
  }

  *#placeParts(starts: DataView): Generator<Uint8Array> {
    const writer = new ByteWriter();
    let at = 0;
    for (const [index, { number, title, lead }] of this.#places.entries()) {
      starts.setUint32(index * 4, at, true);
      writer.number(number);
      writer.text(title);
      writer.text(lead);
      at += writer.length;
      yield writer.take();
    }
    starts.setUint32(this.#places.length * 4, at, true);
  }

  *#postingParts(terms: ByteWriter, blocks: ByteWriter): Generator<Uint8Array> {
    const sorted = [...this.#terms].sort(([one], [other]) => (one < other ? -1 : 1));
    const writer = new ByteWriter();
    let at = 0;
    for (const [index, [term, number]] of sorted.entries()) {
      if (index % termsInBlock === 0) {
        blocks.text(term);
        blocks.number(terms.length);
        blocks.number(at);
      }
      const count = this.#writePostings(number, writer);
      terms.text(term);
      terms.number(count);
      terms.number(writer.length);
      at += writer.length;
      yield writer.take();
    }
  }

  /** @returns at how many places the term stands */
  #writePostings(term: number, writer: ByteWriter): number {
    const weights = new Map<number, number>();
    for (let at = this.#last[term] ?? 0; at !== 0; at = this.#before[at] ?? 0) {
      const place = this.#placeOf[at] ?? 0;
      const weight = Math.min(255, (weights.get(place) ?? 0) + (this.#weights[at] ?? 0));
      weights.set(place, weight);
    }
    let before = 0;
    for (const [place, weight] of [...weights].sort(([one], [other]) => one - other)) {
      writer.number(place - before);
      writer.number(weight);
      before = place;
    }
    return weights.size;
  }
}

/** Says of each section where it came to lie. */
class Sections {
  #at = 0;

  *section(parts: Iterable<Uint8Array>): Generator<Uint8Array, IndexSection> {
    const start = this.#at;
    for (const part of gathered(parts)) {
      this.#at += part.byteLength;
      yield part;
    }
    return { at: start, length: this.#at - start };
  }
}

const gatheredBytes = 256 * 1024;

/** Many small parts as few larger ones. */
function* gathered(parts: Iterable<Uint8Array>): Generator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for (const part of parts) {
    waiting.push(part);
    length += part.byteLength;
    if (length < gatheredBytes) continue;
    yield new Uint8Array(Buffer.concat(waiting));
    waiting = [];
    length = 0;
  }
  if (length > 0) yield new Uint8Array(Buffer.concat(waiting));
}

function footBytes(foot: IndexFoot): Uint8Array {
  const json = Buffer.from(JSON.stringify(foot));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.byteLength);
  return new Uint8Array(Buffer.concat([json, length, Buffer.from(indexMagic)]));
}

function grown<Numbers extends Uint32Array | Uint8Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}
