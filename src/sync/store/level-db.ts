import leveldown from 'leveldown';
import type { LevelDone } from './level.ts';

/**
 * Tables kept open of each database, the fewest LevelDB takes. Of its own it keeps a thousand of 2 MB,
 * all mapped into memory: a hub of a million events then looks as if it needed a gigabyte, and is no
 * faster.
 */
const maxOpenFiles = 64;
/** Bytes of a table; LevelDB's own measure is 2 MiB. What is open is mapped, from end to end in time. */
const maxFileSize = 768 * 1024;
/** Bytes of blocks kept as they were unpacked, of LevelDB's eight: what is read twice lies in the system's own. */
const cacheSize = 2 * 1024 * 1024;

/** An unopened LevelDB at a location, which takes what memory a small PC can spare. */
export function levelDb(location: string): ReturnType<typeof leveldown> {
  const level = leveldown(location);
  const open = level.open.bind(level);
  return Object.assign(level, {
    open: (options: object, done: LevelDone) =>
      open({ ...options, maxOpenFiles, maxFileSize, cacheSize }, done),
  });
}
