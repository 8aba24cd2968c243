import { isSigned } from './ed25519.ts';
import type { Signed } from './ed25519.ts';

/** Checks signatures, here or elsewhere. */
export interface SignatureChecks {
  /** Whether an Ed25519 signature holds. Never rejects. */
  check(signed: Signed): Promise<boolean>;
  close(): Promise<void>;
}

/** Each at once, in this thread. */
export function checksHere(): SignatureChecks {
  return {
    check: (signed) => Promise.resolve(isSigned(signed)),
    close: () => Promise.resolve(),
  };
}
