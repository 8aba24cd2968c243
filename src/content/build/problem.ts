/** One thing the author of a pack must mend, with all it takes to find it. */
export interface Problem {
  /** From the pack's source folder. */
  readonly file: string;
  /** Inside the file: `activities[0].items[3].prompt` in JSON, `line 12` in a drawing; null for the whole file. */
  readonly at: string | null;
  readonly problem: string;
  /** What to do about it. */
  readonly fix: string;
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
