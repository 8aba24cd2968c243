import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import type { SiteTls, StationConfig } from '../../shared/contracts/station-config.ts';
import { isHandedOverBy } from '../../sync/transport/authorities.ts';

type AuthorityDocument = DirectoryDocumentOf<'authority'>;

/**
 * Whose certificates count for this station by what the directory says: an authority that it doesn't
 * know only on the word of one that it does ([IDN13]). Null where the document names none it may trust.
 */
export function trustedBy(
  { site, tls }: Pick<StationConfig, 'site' | 'tls'>,
  { stage, certificates, handedOver }: AuthorityDocument,
): Pick<SiteTls, 'ca' | 'also'> | null {
  const held = [tls.ca, ...(tls.also ?? [])];
  const next = certificates.at(-1);
  if (next === undefined) return null;
  const vouched = held.some(
    (pem) => pem === next || isHandedOverBy(pem, { site, next }, handedOver),
  );
  if (!vouched) return null;
  const before = certificates.find((pem) => pem !== next && held.includes(pem));
  if (before === undefined) return { ca: next };
  return stage === 'told' ? { ca: before, also: [next] } : { ca: next, also: [before] };
}
