import type { KeyObject } from 'node:crypto';
import type { RenewalRequest } from '../../shared/contracts/renewal.ts';
import type { StationId } from '../../shared/ids.ts';
import { readVerifyingKey, signValue, verifyValue } from '../envelope/signing.ts';

type Asked = Omit<RenewalRequest, 'proof'>;

const told = (station: StationId, { asked, keys }: Asked) => ({
  what: 'rean-renewal',
  station,
  asked,
  keys,
});

/** A station's request for other keys, signed with the new signing key ([IDN12]). */
export function renewalRequest(
  station: StationId,
  asked: Asked,
  signing: KeyObject,
): RenewalRequest {
  return { ...asked, proof: signValue(told(station, asked), signing) };
}

/** Whether whoever asks has the signing key it names. */
export function isProven(station: StationId, { proof, ...asked }: RenewalRequest): boolean {
  return verifyValue(told(station, asked), proof, readVerifyingKey(asked.keys.signing));
}
