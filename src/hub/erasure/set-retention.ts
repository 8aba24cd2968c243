import type { RetentionPolicy } from '../../shared/contracts/erasure.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { Acting } from './hold-record.ts';

/** Says how long records are kept; it only proposes ([ERA5]). */
export async function setRetention(
  office: SiteOffice,
  policy: RetentionPolicy,
  { who, ...asker }: Omit<Acting, 'second'>,
): Promise<void> {
  await office.record({
    type: 'retention.set',
    ...asker,
    grounds: { learner: null, reason: 'policy', who, second: null },
    documents: (hubSeq) => [{ _id: 'retention', type: 'retention', v: 1, hubSeq, policy }],
  });
}
