/** Why the set-up cannot go on. */
export type SetupErrorCode =
  | 'checksum-mismatch'
  | 'download-failed'
  | 'unpack-failed'
  | 'no-runtime'
  | 'given-runtime-unusable'
  | 'environment-invalid'
  | 'cache-not-writable'
  | 'display-failed'
  | 'system-libraries-missing'
  | 'package-refused'
  | 'unknown-option';

/** What a person is told: what happened, what that means, what to do next. */
export interface Explanation {
  readonly happened: string;
  readonly means: string;
  readonly next: string;
}

/** A failure of the set-up that a person can act on. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
  readonly code: SetupErrorCode;
  readonly explanation: Explanation;

  constructor(code: SetupErrorCode, explanation: Explanation, options?: ErrorOptions) {
    super(`${explanation.happened} ${explanation.means} ${explanation.next}`, options);
    this.code = code;
    this.explanation = explanation;
  }
}
