import type { AuditDigest } from '../../shared/contracts/audit.ts';
import { rawPublicKey } from '../../sync/envelope/signing.ts';
import type { HubParts } from '../hub-app.ts';
import { MonthDigest } from './month-digest.ts';
import { hubKeyOf } from './verify-audit.ts';

type Parts = Pick<HubParts, 'vault' | 'office'>;

/** A month of the trail: what is printed of it, and its entries as they lie in the journal ([AUD4]). */
export async function readMonth(
  parts: Parts,
  month: string,
  take: (line: unknown) => Promise<void>,
): Promise<AuditDigest> {
  const { office } = parts;
  const digest = new MonthDigest(month);
  for (let from = 0; ;) {
    const facts = await office.factsPage(from);
    if (facts.length === 0) break;
    for (const { entry, payload } of facts) {
      if (digest.take({ entry, payload, within: null })) await take(entry);
    }
    from += facts.length;
  }
  return digest.finish(office.site.site, rawPublicKey(await hubKeyOf(parts)));
}
