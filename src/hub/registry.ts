import type { KeyObject } from 'node:crypto';
import type {
  DirectoryDocument,
  DirectoryDocumentOf,
  StaffAccount,
  StationKind,
} from '../shared/contracts/documents/directory.ts';
import type { Keyring, SealingKey } from '../shared/contracts/keyring.ts';
import type { LearnerId, StaffId, StationId } from '../shared/ids.ts';
import { openStaffAccount } from '../sync/envelope/sealed-documents.ts';
import { readVerifyingKey } from '../sync/envelope/signing.ts';
import type { Directory } from './directory/directory.ts';
import { erasedIn, withoutErased } from './erasure/erased-keys.ts';
import type { Trust } from './intake/judge-event.ts';
import { siteFiles } from './site/site-files.ts';
import type { KeyringFileContent, StationSecrets } from './site/site-files.ts';
import { readRequired } from './site/site-vault.ts';
import type { SiteVault } from './site/site-vault.ts';

/** A station as the hub knows it. */
export interface RegisteredStation {
  readonly station: StationId;
  readonly kind: StationKind;
  readonly disabled: boolean;
  /** SHA-256 of its certificate, hex; null where it has none. */
  readonly certificate: string | null;
  /** Whether it came as one of several PCs that did not go on: it brings events, and nothing else. */
  readonly bringsOnly: boolean;
  /** Of the one it was given with new keys, until it comes with it ([IDN12]). */
  readonly nextCertificate: string | null;
  /** X25519, raw; null where it is not known, after a restore say. */
  readonly wrappingKey: string | null;
}

interface Held {
  readonly stations: ReadonlyMap<string, RegisteredStation>;
  readonly secrets: ReadonlyMap<StationId, StationSecrets>;
  /** Certificates with which events are brought, and nothing else. */
  readonly former: ReadonlyMap<StationId, ReadonlySet<string>>;
  readonly signingKeys: ReadonlyMap<string, KeyObject>;
  readonly sealingKeys: ReadonlyMap<string, SealingKey>;
  readonly learnerKeys: ReadonlyMap<LearnerId, SealingKey>;
  /** `staff:number` → Ed25519, raw, base64: all that staff ever signed with. */
  readonly staffKeys: ReadonlyMap<string, string>;
  readonly keyring: KeyringFileContent;
  readonly erased: ReadonlySet<LearnerId>;
}

/** Who may come in, and whose keys count: as directory and site files say. */
export class Registry {
  readonly #read: () => Promise<Held>;
  #held: Held;

  private constructor(read: () => Promise<Held>, held: Held) {
    this.#read = read;
    this.#held = held;
  }

  /** @throws ReanError `site.missing`, `config.invalid`, or a `store.*` code */
  static async open(vault: SiteVault, directory: Directory): Promise<Registry> {
    const read = async () => {
      const { stations } = await readRequired(vault, siteFiles.stations);
      const keyring = await readRequired(vault, siteFiles.keyring);
      const erased = erasedIn(await directory.all('erased:'));
      return hold(
        [...(await directory.all('station:')), ...(await directory.all('staff:'))],
        stations,
        withoutErased(keyring, erased),
        erased,
      );
    };
    return new Registry(read, await read());
  }

  /** Takes over what has changed in directory and site files since: from here on it counts. */
  async refresh(): Promise<void> {
    this.#held = await this.#read();
  }

  station(id: string): RegisteredStation | null {
    return this.#held.stations.get(id) ?? null;
  }

  /** The station that came with this certificate, one that it was just given too; null for no other. */
  caller(id: string, certificate: string): RegisteredStation | null {
    const station = this.station(id);
    if (station === null || certificate === station.certificate) return station;
    if (this.#held.former.get(station.station)?.has(certificate)) {
      return { ...station, bringsOnly: true };
    }
    if (certificate !== station.nextCertificate) return null;
    const wrappingKey = wrappingKeyFor(certificate, this.#held.secrets.get(station.station));
    return { ...station, certificate, wrappingKey };
  }

  stations(): readonly RegisteredStation[] {
    return [...this.#held.stations.values()];
  }

  learnerKey(learner: LearnerId): SealingKey | null {
    return this.#held.learnerKeys.get(learner) ?? null;
  }

  learners(): readonly LearnerId[] {
    return [...this.#held.learnerKeys.keys()];
  }

  /** Learners whose record was erased: no key of theirs counts, wherever one may still lie ([ERA2]). */
  get erased(): ReadonlySet<LearnerId> {
    return this.#held.erased;
  }

  /** The public key of this number that a staff member has or had; null for none. */
  staffKey(staff: StaffId, key: number): string | null {
    return this.#held.staffKeys.get(`${staff}:${key}`) ?? null;
  }

  get keyring(): Keyring {
    return this.#held.keyring.keyring;
  }

  /** Goes up with every change of the keyring. */
  get keyringNumber(): number {
    return this.#held.keyring.number;
  }

  /** The keys an intake trusts; always those of now. */
  get trust(): Omit<Trust, 'decided' | 'signatures'> {
    return {
      site: this.keyring.site,
      signingKey: (signer) => this.#held.signingKeys.get(signer) ?? null,
      sealingKey: (id) => this.#held.sealingKeys.get(id) ?? null,
      isErased: (learner) => this.#held.erased.has(learner),
    };
  }
}

function hold(
  directory: readonly DirectoryDocument[],
  secrets: readonly StationSecrets[],
  file: KeyringFileContent,
  erased: ReadonlySet<LearnerId>,
): Held {
  const { siteKey, learners } = file.keyring;
  const keys = [siteKey, ...(siteKey.earlier ?? []), ...learners.map(({ key }) => key)];
  const byId = new Map(secrets.map((each) => [each.station, each]));
  return {
    stations: registered(directory, byId),
    secrets: byId,
    former: formerOf(directory),
    signingKeys: signingKeys(directory),
    staffKeys: staffKeys(directory, siteKey),
    sealingKeys: new Map(keys.map((key) => [key.id, key])),
    learnerKeys: new Map(learners.map(({ learner, key }) => [learner, key])),
    keyring: file,
    erased,
  };
}

function registered(
  directory: readonly DirectoryDocument[],
  byId: ReadonlyMap<StationId, StationSecrets>,
): ReadonlyMap<string, RegisteredStation> {
  return new Map(
    directory.flatMap((document) => {
      if (document.type !== 'station') return [];
      const { station, kind, disabled, certificate = null, nextCertificate = null } = document;
      const wrappingKey = wrappingKeyFor(certificate, byId.get(station));
      const standing = { station, kind, disabled, certificate, nextCertificate, bringsOnly: false };
      return [[station, { ...standing, wrappingKey }] as const];
    }),
  );
}

function formerOf(directory: readonly DirectoryDocument[]) {
  return new Map(
    directory.flatMap((document) =>
      document.type === 'station'
        ? [[document.station, new Set(document.bringsOnly ?? [])] as const]
        : [],
    ),
  );
}

/** What keyrings are wrapped to for the holder of a certificate. */
function wrappingKeyFor(certificate: string | null, secrets?: StationSecrets): string | null {
  if (secrets?.next?.certificate === certificate) return secrets?.next?.wrappingKey ?? null;
  return secrets?.wrappingKey ?? null;
}

function signingKeys(directory: readonly DirectoryDocument[]): ReadonlyMap<string, KeyObject> {
  const keys = directory.flatMap((document) => {
    if (document.type !== 'station') return [];
    return Object.entries(document.signingKeys).map(
      ([number, key]) => [`${document.station}:${number}`, readVerifyingKey(key)] as const,
    );
  });
  return new Map(keys);
}

function staffKeys(
  directory: readonly DirectoryDocument[],
  siteKey: SealingKey,
): ReadonlyMap<string, string> {
  const keys = directory.flatMap((document) => {
    if (document.type !== 'staff') return [];
    const held = Object.entries(keysIn(document, siteKey));
    return held.map(([number, key]) => [`${document.staff}:${number}`, key] as const);
  });
  return new Map(keys);
}

/** What can't be opened keeps nobody else out: commands say for themselves that it can't ([CMD1]). */
function keysIn(
  document: DirectoryDocumentOf<'staff'>,
  siteKey: SealingKey,
): StaffAccount['signingKeys'] {
  try {
    return openStaffAccount(document, siteKey).signingKeys;
  } catch {
    return {};
  }
}
