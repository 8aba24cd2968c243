/** Questions of pages, on their way to the station's process and back. */
export interface StationAsks<Question, Answer> {
  /** The station's answer; `null` when it is away, or dies before it answers. */
  ask(question: Question): Promise<Answer | null>;
  answered(id: number, answer: Answer): void;
  /** The station is there, and takes questions. */
  open(post: (id: number, question: Question) => void): void;
  /** The station is gone: whoever waits is told. */
  close(): void;
}

export function createStationAsks<Question, Answer>(): StationAsks<Question, Answer> {
  const waiting = new Map<number, (answer: Answer | null) => void>();
  let post: ((id: number, question: Question) => void) | null = null;
  let lastId = 0;

  return {
    ask(question) {
      if (post === null) return Promise.resolve(null);
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        post?.(id, question);
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
