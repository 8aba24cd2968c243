import { stationConfigName, readStationConfig } from '../config/read-station-config.ts';
import type { Disk } from '../../content/disk/disk.ts';
import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import type { OwnCertificate } from '../../shared/contracts/station-config.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Generation } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import type { Authorities } from '../../sync/transport/authorities.ts';
import { authorityFingerprint } from '../../sync/enrolment/enrolment-proof.ts';
import { createQueue } from '../queue.ts';
import type { Uplink } from '../uplink/uplink.ts';
import { writeOwnFile } from './own-file.ts';
import { renewKeys } from './renew-keys.ts';
import { trustedBy } from './take-authority.ts';

interface RenewalParts {
  readonly folder: string;
  readonly disk: Disk;
  readonly randomness: Randomness;
  readonly authorities: Authorities;
  /** What this process comes to the hub with, until it is started anew. */
  readonly running: OwnCertificate;
  readonly uplink: Pick<Uplink, 'renew' | 'knowAuthority'>;
}

/** What changes `station.json` while the station runs, one after another. */
export function openRenewal({ authorities, uplink, ...own }: RenewalParts) {
  const inTurn = createQueue();
  return {
    /** Makes this station's keys anew; false where that was done for this entry ([IDN12]). */
    renew: (asked: number, generation: Generation) =>
      inTurn(() => renewKeys(asked, { ...own, generation, bring: uplink.renew })),
    /**
     * Trusts whom the directory says, from now on and after a restart, and tells the hub ([IDN13]).
     * @throws ReanError `signature.invalid` for one that no authority known here vouches for; `hub.*`
     */
    takeAuthority: (document: DirectoryDocumentOf<'authority'>) =>
      inTurn(async () => {
        const config = await readStationConfig(own.folder);
        const trusted = trustedBy(config, document);
        if (trusted === null) throw new ReanError('signature.invalid', { what: 'authority' });
        const { ca: _ca, also: _also, ...tls } = config.tls;
        const next = { ...tls, ...trusted };
        if (JSON.stringify(held(config.tls)) !== JSON.stringify(held(next))) {
          await writeOwnFile(own, stationConfigName, { ...config, tls: next });
        }
        authorities.use(held(next));
        const newest = document.certificates.at(-1);
        if (document.stage === 'told' && newest !== undefined) {
          await uplink.knowAuthority(authorityFingerprint(newest));
        }
      }),
  };
}

const held = ({
  ca,
  also = [],
}: {
  readonly ca: string;
  readonly also?: readonly string[] | undefined;
}) => [ca, ...also];
