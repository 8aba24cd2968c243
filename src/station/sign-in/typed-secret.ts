import type { CommandInput } from '../../shared/contracts/ipc/contract.ts';
import type { LearnerSecret } from '../../shared/contracts/sign-in.ts';

/** What a learner signs in with, as the kiosk's window sends it. */
export function typedSecret(typed: CommandInput<'kiosk', 'sitting.start'>): LearnerSecret {
  return 'code' in typed
    ? { kind: 'pictures', code: typed.code }
    : { kind: 'pin', digits: typed.pin };
}
