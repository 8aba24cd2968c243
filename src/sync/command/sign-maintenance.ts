import type { KeyObject } from 'node:crypto';
import type { MaintenanceStep } from '../../shared/contracts/maintenance.ts';
import type { SiteId, StationId } from '../../shared/ids.ts';
import { readVerifyingKey, signValue, verifyValue } from '../envelope/signing.ts';

/** Where a technician was. */
export interface MaintenancePlace {
  readonly site: SiteId;
  readonly station: StationId;
}

/** Never what a command's signature is over, which has members that this lacks ([CMD1]). */
const signedForm = (step: Omit<MaintenanceStep, 'sig'>, { site, station }: MaintenancePlace) => ({
  kind: 'maintenance',
  site,
  station,
  ...step,
});

/** Signs one step of a visit ([MNT4]): for this place, this visit, this step, and nothing else. */
export function signStep(
  { staff, deed, visit, step, key }: Omit<MaintenanceStep, 'sig'>,
  place: MaintenancePlace,
  privateKey: KeyObject,
): MaintenanceStep {
  const said = { staff, deed, visit, step, key };
  return { ...said, sig: signValue(signedForm(said, place), privateKey) };
}

/** Whether a step is signed by this public key (raw, base64). */
export function isStepSignedBy(
  { staff, deed, visit, step, key, sig }: MaintenanceStep,
  place: MaintenancePlace,
  publicKey: string,
): boolean {
  const form = signedForm({ staff, deed, visit, step, key }, place);
  return verifyValue(form, sig, readVerifyingKey(publicKey));
}
