import type { ErrorCode, ErrorFacts } from '../../shared/errors.ts';

/** What every list of failures at the console is made of. */

export interface Failure {
  readonly exitCode: number;
  readonly sentence: (facts: ErrorFacts) => string;
}

export type Failures = Partial<Record<ErrorCode, Failure>>;

/** Codes as in sysexits.h, where one fits. */
export const exits = {
  unavailable: 69,
  software: 70,
  inputOutput: 74,
  tryLater: 75,
  config: 78,
} as const;

/** The file or folder that a failure is about. */
export const where = ({ path, location, file, folder, database }: ErrorFacts) =>
  String(path ?? location ?? file ?? folder ?? database ?? 'not known which');
