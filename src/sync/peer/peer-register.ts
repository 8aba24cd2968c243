import { EMPTY, catchError, concatMap, defer, filter, merge, of, switchMap } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import type { KeyObject } from 'node:crypto';
import { directoryDocumentSchema } from '../../shared/contracts/documents/directory.ts';
import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import { asReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { readVerifyingKey } from '../envelope/signing.ts';
import type { Database } from '../store/storage.ts';
import type { PeerTrust } from './exchange.ts';

type StationDocument = DirectoryDocumentOf<'station'>;

/** The pulled directory, at once and after each new generation; null before the first pull. */
type Pulled = { readonly directory: Database } | null;

const prefix = 'station:';

/** The site's stations as the pulled directory names them: whose word counts, and who may ask. */
export class PeerRegister implements PeerTrust {
  readonly #logger: Log;
  readonly #following: Subscription;
  #stations = new Map<StationId, StationDocument>();
  #keys = new Map<string, KeyObject>();

  constructor(replica$: Observable<Pulled>, logger: Log) {
    this.#logger = logger;
    this.#following = replica$
      .pipe(switchMap((replica) => (replica === null ? EMPTY : this.#follow(replica.directory))))
      .subscribe();
  }

  readonly signingKey = (signer: string): KeyObject | null => this.#keys.get(signer) ?? null;

  isPeer(station: StationId): boolean {
    return this.#stations.get(station)?.disabled === false;
  }

  isKnown(station: StationId): boolean {
    return this.#stations.has(station);
  }

  /** Whether it is a supervisor's, who may see what seats do. */
  supervises(station: StationId): boolean {
    return this.isPeer(station) && this.#stations.get(station)?.kind === 'supervisor';
  }

  /** Whether this is the certificate of a station that may take part now. */
  admits({ station, fingerprint }: { station: StationId; fingerprint: string }): boolean {
    const { certificate, nextCertificate } = this.#stations.get(station) ?? {};
    return this.isPeer(station) && [certificate, nextCertificate].includes(fingerprint);
  }

  close(): void {
    this.#following.unsubscribe();
  }

  #follow(directory: Database): Observable<void> {
    const moved$ = defer(() => directory.info()).pipe(
      switchMap(({ updateSeq }) => merge(of(null), directory.changes$(updateSeq))),
      filter((change) => change === null || change.id.startsWith(prefix)),
    );
    return moved$.pipe(
      concatMap(() => this.#read(directory)),
      catchError((error: unknown) => {
        // The replication machine mends or replaces it; whom we knew, we go on knowing.
        this.#logger.warn('peer.directory-not-read', { reason: asReanError(error).code });
        return EMPTY;
      }),
    );
  }

  async #read(directory: Database): Promise<void> {
    const stored = await directory.range({ from: prefix, to: `${prefix}~` });
    const documents = stored.flatMap(({ _rev, ...document }) => {
      const parsed = readNewer(directoryDocumentSchema, document).data;
      return parsed?.type === 'station' ? [parsed] : [];
    });
    this.#stations = new Map(documents.map((document) => [document.station, document]));
    this.#keys = new Map(documents.flatMap(signingKeysIn));
  }
}

/** Every signing key a station ever had, by `station:number`. */
export function signingKeysIn({
  station,
  signingKeys,
}: StationDocument): (readonly [string, KeyObject])[] {
  return Object.entries(signingKeys).map(
    ([number, key]) => [`${station}:${number}`, readVerifyingKey(key)] as const,
  );
}
