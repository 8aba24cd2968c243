import type { Disk, DiskFile } from '../../src/content/disk/disk.ts';

/** One thing done to a disk that changes it. */
export interface Operation {
  /** From 1, over the disk's whole life. */
  readonly number: number;
  readonly kind:
    | 'makeFolder'
    | 'createFile'
    | 'write'
    | 'sync'
    | 'rename'
    | 'link'
    | 'remove'
    | 'syncFolder';
  readonly path: string;
  /** Where a rename or link leads to. */
  readonly to: string | null;
}

/** Called before each operation; what it throws happens instead of it. */
export type Meddle = (operation: Operation) => void;

/** A disk that asks before it changes anything. Reading is left alone. */
export function meddledDisk(disk: Disk, meddle: Meddle): Disk {
  let count = 0;
  const ask = (kind: Operation['kind'], path: string, to: string | null = null) => {
    count += 1;
    meddle({ number: count, kind, path, to });
  };
  return {
    ...disk,
    makeFolder: async (path) => {
      ask('makeFolder', path);
      await disk.makeFolder(path);
    },
    createFile: async (path, mode) => {
      ask('createFile', path);
      return meddledFile(await disk.createFile(path, mode), path, ask);
    },
    appendFile: async (path, mode) => {
      ask('createFile', path);
      return meddledFile(await disk.appendFile(path, mode), path, ask);
    },
    rename: async (from, to) => {
      ask('rename', from, to);
      await disk.rename(from, to);
    },
    link: async (from, to) => {
      ask('link', from, to);
      return disk.link(from, to);
    },
    remove: async (path) => {
      ask('remove', path);
      await disk.remove(path);
    },
    syncFolder: async (path) => {
      ask('syncFolder', path);
      await disk.syncFolder(path);
    },
  };
}

function meddledFile(
  file: DiskFile,
  path: string,
  ask: (kind: Operation['kind'], path: string) => void,
): DiskFile {
  return {
    write: async (bytes) => {
      // a cut in the middle of a write leaves a part of it
      const half = Math.floor(bytes.byteLength / 2);
      await file.write(bytes.subarray(0, half));
      ask('write', path);
      await file.write(bytes.subarray(half));
    },
    writeNow: (bytes) => {
      const half = Math.floor(bytes.byteLength / 2);
      file.writeNow(bytes.subarray(0, half));
      ask('write', path);
      file.writeNow(bytes.subarray(half));
    },
    sync: async () => {
      ask('sync', path);
      await file.sync();
    },
    close: () => file.close(),
  };
}

/** What a process sees when it is killed: nothing it does from there on happens. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** A disk whose user is killed at the given operation. */
export function diskCutAt(disk: Disk, operation: number): Disk {
  return meddledDisk(disk, ({ number }) => {
    if (number >= operation) throw new Killed();
  });
}

/** A disk that is full from the given operation on: nothing grows any more, removing works. */
export function diskFullFrom(disk: Disk, operation: number): Disk {
  return meddledDisk(disk, ({ number, kind }) => {
    const grows = kind === 'write' || kind === 'createFile' || kind === 'makeFolder';
    if (grows && number >= operation) throw diskFullError();
  });
}

/** Node's error when there is no room. */
export function diskFullError(): Error {
  return Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    syscall: 'write',
  });
}
