import type { PackAnswer, PackRequest } from '../../station/pack-files.ts';

/** Questions about files of packs, on their way to the station's process and back. */
export interface PackAsks {
  /** The station's answer; `null` when it is away, or dies before it answers. */
  ask(request: PackRequest): Promise<PackAnswer | null>;
  answered(id: number, answer: PackAnswer): void;
  /** The station is there, and takes questions. */
  open(post: (id: number, request: PackRequest) => void): void;
  /** The station is gone: whoever waits is told. */
  close(): void;
}

export function createPackAsks(): PackAsks {
  const waiting = new Map<number, (answer: PackAnswer | null) => void>();
  let post: ((id: number, request: PackRequest) => void) | null = null;
  let lastId = 0;

  return {
    ask(request) {
      if (post === null) return Promise.resolve(null);
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        post?.(id, request);
      });
    },
    answered(id, answer) {
      waiting.get(id)?.(answer);
      waiting.delete(id);
    },
    open(opened) {
      post = opened;
    },
    close() {
      post = null;
      for (const resolve of waiting.values()) resolve(null);
      waiting.clear();
    },
  };
}
