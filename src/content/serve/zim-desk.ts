import { dirname, posix } from 'node:path';
import { isReanError } from '../../shared/errors.ts';
import { SearchIndex } from '../search/search-index.ts';
import type { StoredFile } from '../store/pack-reader.ts';
import { indexName } from '../zim/index-pages.ts';
import { openRandomFile } from '../zim/random-file.ts';
import { ZimArchive } from '../zim/zim-archive.ts';
import { ZimFault } from '../zim/zim-fault.ts';
import { answerArchive } from './answer-archive.ts';
import { plainAnswer } from './serve-pack-file.ts';
import type { PackAnswer, PackRequest } from './serve-pack-file.ts';

/** An archive of a pack, and what is asked for in it. */
export interface ArchiveRequest {
  readonly request: PackRequest;
  /** Path of the archive in its pack. */
  readonly entry: string;
  /** What follows its address, as it is written there. */
  readonly inner: string;
  readonly file: (path: string) => Promise<StoredFile>;
}

interface OpenArchive {
  readonly archive: ZimArchive;
  /** Null where there is none beside it. */
  readonly index: SearchIndex | null;
}

/** So many stay open: a learner reads in one. */
const mostOpen = 2;

/**
 * Answers for what lies in ZIM archives of packs. One after the other, and whatever takes long lets others work in
 * between: an archive that is packed to keep a PC busy holds up its own pages only ([ZIM3]).
 */
export class ZimDesk {
  readonly #open = new Map<string, OpenArchive>();
  #last: Promise<unknown> = Promise.resolve();

  answer(asked: ArchiveRequest): Promise<PackAnswer> {
    const answer = this.#last.then(() => this.#answer(asked));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /**
   * Lets go of its files once what was asked before is answered; what is asked later opens them again. To be called
   * when nobody reads any more: the room of a pack that is cleared away is only free when nobody has it open.
   */
  letGo(): Promise<void> {
    const closed = this.#last.then(() => this.#closeAll());
    this.#last = closed.catch(() => undefined);
    return closed;
  }

  async #closeAll(): Promise<void> {
    const all = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(all.map(closeArchive));
  }

  async #answer(asked: ArchiveRequest): Promise<PackAnswer> {
    const file = await asked.file(asked.entry);
    try {
      const { archive, index } = await this.#archive(file, asked);
      return await answerArchive({ archive, index, file }, asked);
    } catch (error) {
      if (error instanceof ZimFault) return damagedAnswer(error);
      throw error;
    }
  }

  async #archive(file: StoredFile, asked: ArchiveRequest): Promise<OpenArchive> {
    const key = `${file.blobPath} ${asked.entry}`;
    const known = this.#open.get(key);
    this.#open.delete(key);
    const opened = known ?? (await openArchive(file, asked));
    this.#open.set(key, opened);
    for (const [oldest, other] of this.#open) {
      if (this.#open.size <= mostOpen) break;
      this.#open.delete(oldest);
      await closeArchive(other);
    }
    return opened;
  }
}

/** Says what is damaged, for who mends it. */
function damagedAnswer({ message }: ZimFault): PackAnswer {
  const bytes = new Uint8Array(Buffer.from(message));
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': String(bytes.length),
  };
  return { ...plainAnswer(500, headers), body: { bytes } };
}

async function openArchive({ blobPath }: StoredFile, asked: ArchiveRequest): Promise<OpenArchive> {
  const raw = await openRandomFile(blobPath);
  try {
    return { archive: await ZimArchive.open(raw), index: await openIndex(asked) };
  } catch (error) {
    await raw.close();
    throw error;
  }
}

async function openIndex({ entry, file }: ArchiveRequest): Promise<SearchIndex | null> {
  const path = posix.join(dirname(entry), indexName);
  const stored = await file(path).catch((error: unknown) => {
    if (isReanError(error) && error.code === 'pack.file-missing') return null;
    throw error;
  });
  if (stored === null) return null;
  const raw = await openRandomFile(stored.blobPath);
  try {
    const index = await SearchIndex.open(raw);
    if (index === null) await raw.close();
    return index;
  } catch (error) {
    await raw.close();
    throw error;
  }
}

async function closeArchive({ archive, index }: OpenArchive): Promise<void> {
  await Promise.all([archive.close(), index?.close()]);
}
