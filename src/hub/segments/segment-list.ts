import type { Segment } from '../../shared/ids.ts';
import type { SegmentReader } from '../intake/segment-reader.ts';

interface Listed {
  readonly reader: SegmentReader;
  /** Whether stations have been told of it. */
  announced: boolean;
  /** Pushes that may still write. */
  underWay: number;
  /** Pushes that are over, and how many of them were over when it was last read to its end. */
  over: number;
  readUpTo: number;
}

/**
 * The segments this hub carries, oldest first: one more may come while it runs ([SEG1]). Knows which
 * of them may hold something the intake has not read, so that dozens of old ones cost nothing.
 */
export class SegmentList {
  readonly #listed: Listed[] = [];

  /** @param readers segments that stations know of, oldest first */
  constructor(readers: readonly SegmentReader[]) {
    for (const reader of readers) this.add(reader);
    for (const listed of this.#listed) listed.announced = true;
  }

  get readers(): readonly SegmentReader[] {
    return this.#listed.map(({ reader }) => reader);
  }

  /** Those that stations are told of, oldest first; they write to the last. */
  get announced(): readonly Segment[] {
    return this.#listed.filter(({ announced }) => announced).map(({ reader }) => reader.segment);
  }

  has(name: string): boolean {
    return this.#find(name) !== undefined;
  }

  /** Takes a segment in: it can be pushed to and is read from now on. */
  add(reader: SegmentReader): void {
    if (this.has(reader.segment)) return;
    this.#listed.push({ reader, announced: false, underWay: 0, over: 1, readUpTo: 0 });
  }

  announce(segment: Segment): void {
    const listed = this.#find(segment);
    if (listed) listed.announced = true;
  }

  /**
   * A push begins. What is returned is to be called when it has been answered. One whose client went
   * away is never known to be over: its segment is then looked at each time.
   */
  pushing(name: string): () => void {
    const listed = this.#find(name);
    if (!listed) return () => undefined;
    listed.underWay += 1;
    return () => {
      listed.underWay -= 1;
      listed.over += 1;
    };
  }

  /** Those that may hold something new, each with what `readToEnd` wants to know. */
  moved(): readonly { readonly reader: SegmentReader; readonly over: number }[] {
    return this.#listed.filter(({ underWay, over, readUpTo }) => underWay > 0 || over > readUpTo);
  }

  /** A segment was read to its end; `over` as it was before the reading. */
  readToEnd(segment: Segment, over: number): void {
    const listed = this.#find(segment);
    if (listed) listed.readUpTo = over;
  }

  #find(name: string): Listed | undefined {
    return this.#listed.find(({ reader }) => reader.segment === name);
  }
}
