import type { Sentence } from '../../shared/words/sentence.ts';

/** One thing that `rean pack lint` says of a pack. */
export interface Finding {
  readonly rule: LintRule;
  /** `breaks`: it does not work in a lab; `look`: it may not, or somebody is left out; `todo`: it is not finished. */
  readonly weight: 'breaks' | 'look' | 'todo';
  /** Path in the pack; of a source, as its author named the file. */
  readonly file: string;
  /** Inside the file: `activities[0].items[3].prompt.km`; null where it has no such places. */
  readonly at: string | null;
  /** From 1; null where there are no lines. */
  readonly line: number | null;
  /** For a teacher ([AUT6]). */
  readonly text: Sentence;
}

export const lintRules = [
  /** The pack can't be built, or is none. */
  'problem',
  /** Asks for something from the network. */
  'external-url',
  /** Leads to the network. */
  'external-link',
  /** Names a file of its own that is not there. */
  'file-missing',
  'alternative-text-missing',
  'captions-missing',
  'recording-missing',
  'english-missing',
  'khmer-missing',
  'licence-missing',
  'publisher-missing',
  /** Does what pages in a pack can't. */
  'unsupported',
  'file-unused',
  /** Words as they are stored: Khmer signs out of order, letters of two scripts in a word, what prints nothing. */
  'khmer-form',
  'mixed-scripts',
  'hidden-sign',
  /** In no language of those who learn here. */
  'language',
  /** Takes much room on every PC. */
  'size',
  /** An archive in which no words can be looked up. */
  'search-missing',
  /** An item names a skill that no course of its pack has. */
  'skill-unknown',
] as const;
export type LintRule = (typeof lintRules)[number];

/** What a scan finds in one file, before it is known which file that is. */
export type Found = Omit<Finding, 'file' | 'at'>;
