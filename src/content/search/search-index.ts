import { inOneSpelling, spellingsOf } from '../../shared/khmer/two-spellings.ts';
import type { RandomFile } from '../zim/random-file.ts';
import { ByteReader } from './byte-writer.ts';
import { indexFootSchema, indexMagic, termsInBlock } from './index-format.ts';
import type { IndexFoot, IndexSection } from './index-format.ts';
import type { IndexedPlace } from './index-writer.ts';
import { searchForm, wantedTerms } from './search-terms.ts';
import type { WantedTerm } from './search-terms.ts';

const largestFoot = 4096;
const largestBlocks = 16 * 1024 * 1024;
/** More is not read of one list of terms, or of one term, bytes. */
const largestPart = 1024 * 1024;
/** Of terms that begin as a word does, so many are looked at, and the most common ones of them are taken. */
const mostBeginning = 512;
const mostTaken = 24;
/** So many parts of a question count. */
const mostWanted = 12;
/** So many of what was found are looked at more closely. */
const lookedAt = 100;

interface Term {
  readonly term: string;
  readonly places: number;
  readonly at: number;
  readonly length: number;
}

interface Block {
  readonly first: string;
  readonly terms: number;
  readonly postings: number;
}

/** Finds places by words in a file that an `IndexWriter` wrote. Only parts of it are read; none of it is believed. */
export class SearchIndex {
  readonly #file: RandomFile;
  readonly #foot: IndexFoot;
  readonly #blocks: readonly Block[];

  private constructor(file: RandomFile, foot: IndexFoot, blocks: readonly Block[]) {
    this.#file = file;
    this.#foot = foot;
    this.#blocks = blocks;
  }

  /** Null where the file is no such list. */
  static async open(file: RandomFile): Promise<SearchIndex | null> {
    const tail = Buffer.from(await file.read(Math.max(0, file.size - largestFoot), largestFoot));
    const end = tail.byteLength - indexMagic.length - 4;
    if (end < 0 || tail.subarray(end + 4).toString('latin1') !== indexMagic) return null;
    const length = tail.readUInt32LE(end);
    const foot = length > end ? null : footIn(tail.subarray(end - length, end).toString('utf8'));
    if (foot === null) return null;
    const { blocks } = foot.sections;
    const isWhole = Object.values(foot.sections).every(
      ({ at, length }) => at + length <= file.size,
    );
    if (!isWhole || blocks.length > largestBlocks) return null;
    return new SearchIndex(file, foot, blocksIn(await file.read(blocks.at, blocks.length)));
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  /** Places where all words of a question stand, the best first. */
  async find(words: string, most: number): Promise<readonly IndexedPlace[]> {
    const wanted = wantedTerms(words).slice(0, mostWanted);
    const groups = await Promise.all(wanted.map((one) => this.#termsFor(one)));
    const scores = await this.#scores(groups.toSorted((one, other) => sizeOf(one) - sizeOf(other)));
    const best = [...scores].sort(([one, low], [other, high]) => high - low || one - other);
    const places: { place: IndexedPlace; score: number }[] = [];
    const asked = inOneSpelling(searchForm(words)).trim();
    for (const [number, score] of best.slice(0, lookedAt)) {
      const place = await this.#place(number);
      places.push({
        place,
        score: score * nearness(inOneSpelling(searchForm(place.title)), asked),
      });
    }
    const sorted = places.sort((one, other) => other.score - one.score);
    return sorted.slice(0, most).map(({ place }) => place);
  }

  /** Of each place where a term of every group stands, how well it fits. */
  async #scores(groups: readonly (readonly Term[])[]): Promise<ReadonlyMap<number, number>> {
    let scores: Map<number, number> | null = null;
    for (const group of groups) {
      const found = new Map<number, number>();
      for (const term of group) {
        const rare = Math.log2(2 + this.#foot.places / (1 + term.places));
        const reader = await this.#postings(term);
        let place = 0;
        while (!reader.isAtEnd) {
          place += reader.number();
          const weight = reader.number();
          const before = scores === null ? 0 : scores.get(place);
          if (before === undefined) continue;
          found.set(place, Math.max(found.get(place) ?? 0, before + weight * rare));
        }
      }
      scores = found;
    }
    return scores ?? new Map();
  }

  /** Places, each counted from the one before, and weights. */
  async #postings({ at, length }: Term): Promise<ByteReader> {
    const { postings } = this.#foot.sections;
    return new ByteReader(await this.#read(postings, at, length));
  }

  /** The terms that fit one part of a question, in whichever spelling they were written ([KHM12]). */
  async #termsFor({ term, begins }: WantedTerm): Promise<readonly Term[]> {
    const ways = spellingsOf(term).map((each) => this.#termsSpelt({ term: each, begins }));
    return mostCommon((await Promise.all(ways)).flat());
  }

  async #termsSpelt({ term, begins }: WantedTerm): Promise<readonly Term[]> {
    const found: Term[] = [];
    const first = this.#blocks.findLastIndex((block) => block.first <= term);
    for (let at = Math.max(0, first); at < this.#blocks.length; at += 1) {
      for (const one of await this.#termsIn(at)) {
        if (begins ? one.term.startsWith(term) : one.term === term) found.push(one);
        else if (one.term > term) return mostCommon(found);
      }
      if (found.length >= mostBeginning) break;
    }
    return mostCommon(found);
  }

  async #termsIn(index: number): Promise<readonly Term[]> {
    const block = this.#blocks[index];
    if (block === undefined) return [];
    const { terms } = this.#foot.sections;
    const end = this.#blocks[index + 1]?.terms ?? terms.length;
    const reader = new ByteReader(await this.#read(terms, block.terms, end - block.terms));
    const found: Term[] = [];
    let at = block.postings;
    while (!reader.isAtEnd && found.length < termsInBlock) {
      const term = { term: reader.text(), places: reader.number(), at, length: reader.number() };
      at += term.length;
      found.push(term);
    }
    return found;
  }

  async #place(index: number): Promise<IndexedPlace> {
    const { places, starts } = this.#foot.sections;
    const bounds = Buffer.from(await this.#read(starts, index * 4, 8));
    if (bounds.byteLength < 8) return { number: -1, title: '', lead: '' };
    const start = bounds.readUInt32LE(0);
    const reader = new ByteReader(await this.#read(places, start, bounds.readUInt32LE(4) - start));
    return { number: reader.number(), title: reader.text(), lead: reader.text() };
  }

  #read(section: IndexSection, at: number, length: number): Promise<Uint8Array> {
    const room = Math.max(0, Math.min(length, section.length - at, largestPart));
    return this.#file.read(section.at + at, room);
  }
}

const sizeOf = (group: readonly Term[]) => group.reduce((sum, { places }) => sum + places, 0);

const mostCommon = (terms: readonly Term[]) =>
  terms.toSorted((one, other) => other.places - one.places).slice(0, mostTaken);

/** What is called as was asked goes first, then what begins so. */
function nearness(title: string, asked: string): number {
  if (title === asked) return 4;
  return title.startsWith(asked) ? 2 : 1;
}

function footIn(json: string): IndexFoot | null {
  try {
    return indexFootSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

function blocksIn(bytes: Uint8Array): readonly Block[] {
  const reader = new ByteReader(bytes);
  const blocks: Block[] = [];
  while (!reader.isAtEnd) {
    blocks.push({ first: reader.text(), terms: reader.number(), postings: reader.number() });
  }
  return blocks;
}
