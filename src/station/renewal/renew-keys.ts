import { join } from 'node:path';
import * as z from 'zod';
import type { Disk } from '../../content/disk/disk.ts';
import type { RenewalAnswer, RenewalRequest } from '../../shared/contracts/renewal.ts';
import type { OwnCertificate, StationConfig } from '../../shared/contracts/station-config.ts';
import type { Generation } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { renewalRequest } from '../../sync/enrolment/renewal-proof.ts';
import { readSigningKey } from '../../sync/envelope/signing.ts';
import { readStationConfig, stationConfigName } from '../config/read-station-config.ts';
import {
  makeStationSecrets,
  publicHalves,
  stationSecretsSchema,
} from '../enrol/station-secrets.ts';
import type { StationSecrets } from '../enrol/station-secrets.ts';
import { writeOwnFile } from './own-file.ts';

/** Keys that are being taken in: with these the same may be asked again ([IDN12]). */
const underWayName = 'renewing.json';
const underWaySchema = z.strictObject({
  asked: z.number().int().min(1),
  secrets: stationSecretsSchema,
});

export interface RenewKeysParts {
  /** The station's data folder. */
  readonly folder: string;
  readonly disk: Disk;
  readonly randomness: Randomness;
  /** What the station comes to the hub with until it is started anew: the hub knows that one. */
  readonly running: OwnCertificate;
  /** Of the hub whose journal asks: a restored one may ask under a number that was used before. */
  readonly generation: Generation;
  /** Brings the hub the keys. Rejects with `hub.*`. */
  readonly bring: (request: RenewalRequest) => Promise<RenewalAnswer>;
}

/**
 * Makes this station's keys anew, has the hub take them in, and writes them into `station.json`: they
 * are used from the next start on. Doing it again for the same entry changes nothing; killed at any
 * moment the station has the ones or the others, and either pair lets it in ([IDN12]).
 * @param asked the entry of the hub's journal that asks for it
 * @returns false where that was done before
 * @throws ReanError `hub.*`, `store.full`, `config.invalid`
 */
export async function renewKeys(asked: number, parts: RenewKeysParts): Promise<boolean> {
  const { folder, disk, running, generation, bring } = parts;
  const config = await readStationConfig(folder);
  if (config.renewed === asked && (config.renewedIn ?? generation) === generation) {
    await disk.remove(join(folder, underWayName));
    return false;
  }
  const secrets = await secretsFor(asked, parts);
  const signing = readSigningKey(secrets.signing);
  const keys = publicHalves(secrets);
  const answer = await bring(renewalRequest(config.station, { asked, keys }, signing));
  await writeOwnFile(
    parts,
    stationConfigName,
    withKeys(config, { asked, generation, secrets, answer, running }),
  );
  await disk.remove(join(folder, underWayName));
  return true;
}

async function secretsFor(asked: number, parts: RenewKeysParts): Promise<StationSecrets> {
  const bytes = await parts.disk.readFile(join(parts.folder, underWayName));
  const held = bytes === null ? null : underWaySchema.safeParse(parseJson(bytes)).data;
  if (held?.asked === asked) return held.secrets;
  const secrets = makeStationSecrets();
  await writeOwnFile(parts, underWayName, { asked, secrets });
  return secrets;
}

interface Renewed {
  readonly asked: number;
  readonly generation: Generation;
  readonly secrets: StationSecrets;
  readonly answer: RenewalAnswer;
  readonly running: OwnCertificate;
}

function withKeys(config: StationConfig, renewed: Renewed) {
  const { asked, generation, secrets, answer, running } = renewed;
  const { privateKey, earlier, before = [] } = config.wrappingKey;
  const former = { certificate: running.certificate, privateKey: running.privateKey };
  return {
    ...config,
    tls: { ...config.tls, certificate: answer.certificate, privateKey: secrets.tls },
    former,
    signingKey: { number: answer.signingKey, privateKey: secrets.signing },
    // The keyring on the disk is wrapped to one of the earlier keys until another comes.
    wrappingKey: {
      privateKey: secrets.wrapping,
      earlier: privateKey,
      before: [...(earlier === undefined ? [] : [earlier]), ...before].slice(0, 3),
    },
    renewed: asked,
    renewedIn: generation,
  };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return value;
  } catch {
    return null;
  }
}
