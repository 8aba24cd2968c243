import type {
  Level,
  LevelDone,
  LevelIterator,
  LevelIteratorOptions,
  LevelKey,
  LevelReadOptions,
  LevelWrite,
  LevelWriteOptions,
} from './level.ts';

const noRoom = 'IO error: 000003.log: No space left on device';

/** One level's files on a simulated disk: sorted keys, and how to take back what wasn't synced. */
interface MemoryFiles {
  readonly keys: string[];
  readonly values: Map<string, Buffer>;
  /** Writes that take back what was not synced, oldest first. */
  unsynced: LevelWrite[];
  /** Batches in the log that no reader sees before the next opening. */
  readonly unseen: (readonly LevelWrite[])[];
  /** Batches being written: not answered yet, nor seen by any reader. */
  readonly underWay: Set<readonly LevelWrite[]>;
}

/**
 * A disk in memory for simulations: it can fill up, and lose power, upon which writes that were not
 * synced are gone, and of a batch being written there is all or nothing.
 */
export class MemoryDisk {
  readonly #files = new Map<string, MemoryFiles>();
  /** Reads and writes so far: a disk at rest stays at the same count. */
  operations = 0;
  /** While true, every write fails as on a full disk. */
  full = false;
  /** So many writes more find room. */
  writesLeft = Number.MAX_SAFE_INTEGER;
  /** While true, writes reach the log but fail all the same, as when only the sync fails. */
  failAfterWriting = false;
  /** While true, nothing opens, as when there is no room for a new log. */
  failToOpen = false;
  /** While true, there is room for what is written, and none for a copy of a whole database. */
  noRoomToCopy = false;
  /** While true, it says that it has synced and has not, as some disks do. */
  liesAboutSync = false;
  /** Locations whose contents can't be read, as after damage to the medium. */
  readonly damaged = new Set<string>();

  /**
   * Sectors go bad: what is read of these files fails from now on, and in a repaired copy some values
   * are gone for good.
   * @param lost whether a value is gone, asked of each key in order
   */
  loseSectors(location: string, lost: (key: string) => boolean): void {
    this.damaged.add(location);
    const files = this.files(location);
    for (const key of files.keys.filter(lost)) apply(files, { type: 'del', key });
  }

  files(location: string): MemoryFiles {
    const held = this.#files.get(location);
    if (held) return held;
    const made = filesOf([], new Map());
    this.#files.set(location, made);
    return made;
  }

  /** Whether anything is being written just now: what a power cut may take. */
  get isWriting(): boolean {
    return [...this.#files.values()].some(({ underWay }) => underWay.size > 0);
  }

  locations(): readonly string[] {
    return [...this.#files.keys()];
  }

  rename(from: string, to: string): void {
    this.#files.set(to, this.files(from));
    this.remove(from);
  }

  remove(location: string): void {
    this.#files.delete(location);
    this.damaged.delete(location);
  }

  /** An image of this disk, to be restored later. */
  copy(): MemoryDisk {
    const image = new MemoryDisk();
    image.liesAboutSync = this.liesAboutSync;
    for (const [location, { keys, values }] of this.#files) {
      image.#files.set(location, filesOf([...keys], new Map(values)));
    }
    return image;
  }

  /**
   * What is found on this disk when its power comes back; the disk itself goes on as it was.
   * @param survives asked for each batch being written, and each of which only the sync failed
   */
  afterPowerCut(survives: () => boolean): MemoryDisk {
    const found = this.copy();
    for (const [location, { unsynced, unseen, underWay }] of this.#files) {
      const files = found.files(location);
      unsynced.toReversed().forEach((write) => apply(files, write));
      // A log is read up to where it breaks off: behind what is lost, nothing counts.
      if (unsynced.length === 0) files.unseen.push(...[...unseen, ...underWay].filter(survives));
    }
    for (const location of this.damaged) found.damaged.add(location);
    return found;
  }

  /** Takes back every write since the last synced one, in every file. */
  losePower(): void {
    for (const files of this.#files.values()) {
      files.unsynced.toReversed().forEach((write) => apply(files, write));
      files.unsynced = [];
    }
  }
}

/** A level on a simulated disk. Keys are ordered by UTF-16 unit, which for our ids is LevelDB's order. */
export class MemoryLevel implements Level {
  readonly #disk: MemoryDisk;
  readonly #location: string;
  status = 'new';

  constructor(disk: MemoryDisk, location: string) {
    this.#disk = disk;
    this.#location = location;
  }

  open(_options: unknown, done: LevelDone): void {
    if (this.#disk.failToOpen) {
      setImmediate(done, new Error(noRoom));
      return;
    }
    this.status = 'open';
    const files = this.#disk.files(this.#location);
    files.unseen.splice(0).forEach((writes) => writes.forEach((write) => apply(files, write)));
    setImmediate(done);
  }

  close(done: LevelDone): void {
    this.status = 'closed';
    setImmediate(done);
  }

  get(
    key: LevelKey,
    options: LevelReadOptions,
    done: (error?: Error | null, value?: LevelKey) => void,
  ): void {
    this.#disk.operations += 1;
    const damaged = this.#disk.damaged.has(this.#location);
    const value = this.#disk.files(this.#location).values.get(String(key));
    setImmediate(() => {
      if (damaged) done(new Error('Corruption: bad block'));
      else if (value === undefined) done(new Error('NotFound: '));
      else done(null, options.asBuffer === false ? value.toString() : value);
    });
  }

  batch(writes: readonly LevelWrite[], options: LevelWriteOptions, done: LevelDone): void {
    this.#disk.operations += 1;
    const files = this.#disk.files(this.#location);
    if (this.#disk.failAfterWriting) files.unseen.push(writes);
    if (this.#disk.full || this.#disk.failAfterWriting || this.#disk.writesLeft < 1) {
      setImmediate(done, new Error(noRoom));
      return;
    }
    this.#disk.writesLeft -= 1;
    const synced = options.sync === true && !this.#disk.liesAboutSync;
    files.underWay.add(writes);
    setImmediate(() => {
      files.underWay.delete(writes);
      const before = writes.map(({ key }) => current(files, String(key)));
      writes.forEach((write) => apply(files, write));
      files.unsynced = synced ? [] : [...files.unsynced, ...before];
      done();
    });
  }

  iterator(options: LevelIteratorOptions): LevelIterator {
    const entries = select(this.#disk.files(this.#location), options);
    let place = 0;
    return {
      next: (done) => {
        this.#disk.operations += 1;
        const entry = entries[place];
        place += 1;
        if (!entry) setImmediate(done);
        else setImmediate(done, null, ...encode(entry, options));
      },
      end: (done) => {
        setImmediate(done);
      },
    };
  }
}

function filesOf(keys: string[], values: Map<string, Buffer>): MemoryFiles {
  return { keys, values, unsynced: [], unseen: [], underWay: new Set() };
}

type Entry = readonly [key: string, value: Buffer];

function encode([key, value]: Entry, options: LevelIteratorOptions): [LevelKey, LevelKey] {
  return [
    options.keyAsBuffer === false ? key : Buffer.from(key),
    options.valueAsBuffer === false ? value.toString() : value,
  ];
}

function current(files: MemoryFiles, key: string): LevelWrite {
  const value = files.values.get(key);
  return value === undefined ? { type: 'del', key } : { type: 'put', key, value };
}

function apply(files: MemoryFiles, write: LevelWrite): void {
  const key = String(write.key);
  const place = firstAtOrAfter(files.keys, key);
  const held = files.keys[place] === key;
  if (write.type === 'del') {
    if (held) files.keys.splice(place, 1);
    files.values.delete(key);
  } else {
    if (!held) files.keys.splice(place, 0, key);
    files.values.set(key, Buffer.from(write.value ?? ''));
  }
}

/** A snapshot of what an iterator runs over. */
function select(files: MemoryFiles, options: LevelIteratorOptions): readonly Entry[] {
  const { gt, gte, lt, lte, reverse, limit = -1 } = options;
  const from = bound(files.keys, gt ?? gte, gt !== undefined, 0);
  const to = bound(files.keys, lt ?? lte, lt === undefined, files.keys.length);
  const keys = files.keys.slice(from, to);
  if (reverse === true) keys.reverse();
  const wanted = limit < 0 ? keys : keys.slice(0, limit);
  return wanted.map((key) => [key, files.values.get(key) ?? Buffer.alloc(0)]);
}

function bound(
  keys: readonly string[],
  key: LevelKey | undefined,
  after: boolean,
  otherwise: number,
): number {
  if (key === undefined) return otherwise;
  const place = firstAtOrAfter(keys, String(key));
  return after && keys[place] === String(key) ? place + 1 : place;
}

function firstAtOrAfter(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
