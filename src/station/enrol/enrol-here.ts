import { join } from 'node:path';
import { writeDurably } from '../../content/disk/durable-file.ts';
import type { Disk } from '../../content/disk/disk.ts';
import type { StationKind } from '../../shared/contracts/documents/directory.ts';
import { stationConfigSchema } from '../../shared/contracts/station-config.ts';
import type { StationConfig } from '../../shared/contracts/station-config.ts';
import { readEnrolmentCode } from '../../shared/enrolment-code.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Randomness } from '../../shared/ports.ts';
import { askToEnrol } from '../../sync/enrolment/ask-to-enrol.ts';
import type { Answered } from '../../sync/enrolment/ask-to-enrol.ts';
import { stationConfigName } from '../config/read-station-config.ts';
import { hardwareTraitsOf } from '../machine/machine-traits.ts';
import type { MachineFacts } from '../machine/machine-traits.ts';
import { keepOwnPc } from '../machine/own-pc.ts';
import { keepSelfTest } from '../self-test/self-test-file.ts';
import { readHubAddress } from './hub-address.ts';
import { makeStationSecrets, publicHalves, stationSecretsSchema } from './station-secrets.ts';
import type { StationSecrets } from './station-secrets.ts';

/** Keys of an enrolment under way: with these the same code may be used again ([ENR4]). */
const underWayName = 'enrolling.json';

export interface EnrolHere {
  /** The station's data folder; it has to be there. */
  readonly folder: string;
  /** The hub's address, as a person typed it. */
  readonly hub: string;
  /** The one-time code, as a person typed it. */
  readonly code: string;
  /** What this PC is to be; null for whatever the code says. */
  readonly kind: StationKind | null;
}

interface Ports {
  readonly disk: Disk;
  readonly randomness: Randomness;
  /** What tells this PC from another, by which it is known from then on ([FBT4]). */
  readonly machine: () => Promise<MachineFacts>;
}

/**
 * Enrols this PC with a one-time code, and writes its `station.json` ([ENR2], [ENR4]). The keys are
 * durable before they are told, so that after a kill the same code lets the same station in.
 * @throws ReanError `config.invalid` (`problem: 'exists'` where the folder is a station's already),
 * `enrol.*`, or `hub.*`
 */
export async function enrolHere(wanted: EnrolHere, ports: Ports): Promise<StationConfig> {
  const { folder, kind } = wanted;
  const path = join(folder, stationConfigName);
  if ((await ports.disk.readFile(path)) !== null) {
    throw new ReanError('config.invalid', { path, problem: 'exists' });
  }
  const code = readEnrolmentCode(wanted.code);
  const url = readHubAddress(wanted.hub);
  const secrets = await secretsOf(folder, ports);
  const answered = await askToEnrol({ url, code, kind, keys: publicHalves(secrets) });
  const config = configOf(url, secrets, answered);
  const traits = hardwareTraitsOf(await ports.machine(), config);
  // First: a station that is there is known to be this PC's.
  await keepOwnPc({ folder, ...ports }, { station: config.station, traits });
  await keepSelfTest({ folder, ...ports }, { due: true, pending: null });
  await writeJson(path, config, ports);
  await ports.disk.remove(join(folder, underWayName));
  return config;
}

/** Those of an enrolment that was cut short, or new ones. */
async function secretsOf(folder: string, ports: Ports): Promise<StationSecrets> {
  const path = join(folder, underWayName);
  const bytes = await ports.disk.readFile(path);
  const held = bytes === null ? null : stationSecretsSchema.safeParse(parseJson(bytes));
  if (held?.success) return held.data;
  const made = makeStationSecrets();
  await writeJson(path, made, ports);
  return made;
}

function configOf(url: string, secrets: StationSecrets, { ca, enrolled }: Answered): StationConfig {
  const { site, station, kind, name, certificate } = enrolled;
  return stationConfigSchema.parse({
    v: 2,
    site,
    station,
    kind,
    name,
    hub: { url },
    tls: { ca, certificate, privateKey: secrets.tls },
    signingKey: { number: 1, privateKey: secrets.signing },
    wrappingKey: { privateKey: secrets.wrapping },
  });
}

async function writeJson(path: string, value: object, { disk, randomness }: Ports): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
  await writeDurably(disk, randomness, { path, bytes, mode: 0o600 });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return value;
  } catch {
    return null;
  }
}
