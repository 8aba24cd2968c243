import type { KeyObject } from 'node:crypto';
import type { DirectoryDocument, StationKind } from '../shared/contracts/documents/directory.ts';
import type { Keyring, SealingKey } from '../shared/contracts/keyring.ts';
import type { LearnerId, StationId } from '../shared/ids.ts';
import { readVerifyingKey } from '../sync/envelope/signing.ts';
import type { Trust } from './intake/judge-event.ts';
import type { StationSecrets } from './site/site-files.ts';

/** A station as the hub knows it. */
export interface RegisteredStation {
  readonly station: StationId;
  readonly kind: StationKind;
  readonly disabled: boolean;
  readonly tokenHash: string;
  readonly wrappingKey: string;
}

/** Who may come in, and whose keys count: read from directory and site files at the start. */
export class Registry {
  readonly #stations: ReadonlyMap<string, RegisteredStation>;
  readonly #signingKeys: ReadonlyMap<string, KeyObject>;
  readonly #sealingKeys: ReadonlyMap<string, SealingKey>;
  readonly #learnerKeys: ReadonlyMap<LearnerId, SealingKey>;
  readonly keyring: Keyring;

  constructor(
    directory: readonly DirectoryDocument[],
    secrets: readonly StationSecrets[],
    keyring: Keyring,
  ) {
    this.keyring = keyring;
    this.#stations = registered(directory, secrets);
    this.#signingKeys = signingKeys(directory);
    const keys = [keyring.siteKey, ...keyring.learners.map(({ key }) => key)];
    this.#sealingKeys = new Map(keys.map((key) => [key.id, key]));
    this.#learnerKeys = new Map(keyring.learners.map(({ learner, key }) => [learner, key]));
  }

  station(id: string): RegisteredStation | null {
    return this.#stations.get(id) ?? null;
  }

  stations(): readonly RegisteredStation[] {
    return [...this.#stations.values()];
  }

  learnerKey(learner: LearnerId): SealingKey | null {
    return this.#learnerKeys.get(learner) ?? null;
  }

  learners(): readonly LearnerId[] {
    return [...this.#learnerKeys.keys()];
  }

  /** The keys an intake trusts. */
  get trust(): Trust {
    return {
      site: this.keyring.site,
      signingKey: (signer) => this.#signingKeys.get(signer) ?? null,
      sealingKey: (id) => this.#sealingKeys.get(id) ?? null,
    };
  }
}

/** A station counts only with both its directory document and its secrets. */
function registered(
  directory: readonly DirectoryDocument[],
  secrets: readonly StationSecrets[],
): ReadonlyMap<string, RegisteredStation> {
  const byId = new Map(secrets.map((each) => [each.station, each]));
  return new Map(
    directory.flatMap((document) => {
      if (document.type !== 'station') return [];
      const held = byId.get(document.station);
      if (!held) return [];
      const { station, kind, tokenHash, wrappingKey } = held;
      const { disabled } = document;
      return [[station, { station, kind, disabled, tokenHash, wrappingKey }] as const];
    }),
  );
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
