import type { Sentence } from '../../shared/words/sentence.ts';

/** One thing the author of a pack must mend, with all it takes to find it. */
export interface Problem {
  /** From the pack's source folder. */
  readonly file: string;
  /** Inside the file: `activities[0].items[3].prompt`; null for the whole file. */
  readonly at: string | null;
  /** From 1, where the line itself is known; else it follows from `at` ([AUT2]). */
  readonly line?: number;
  readonly problem: Sentence;
  /** What to do about it. */
  readonly fix: Sentence;
}

/** Something that works, but is not finished. */
export interface Warning {
  readonly kind: 'recording-missing' | 'english-missing' | 'file-unused';
  readonly file: string;
  readonly at: string | null;
  /** Of the missing recording. */
  readonly language: 'km' | 'en' | null;
  /** The words to be recorded or translated; the file's path for an unused one. */
  readonly text: string;
}
