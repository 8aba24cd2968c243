import { get } from 'node:https';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { healthCommand } from '../../hub/api/health-command.ts';
import { askRunningHub } from '../../hub/control/control-client.ts';
import type { HubCommand } from '../../hub/control/hub-command.ts';
import { recordingsCommand } from '../../hub/recordings/recordings-command.ts';
import type { HeldRecordings } from '../../hub/recordings/hub-recordings.ts';
import { keysCommand } from '../../hub/rotation/keys-command.ts';
import { authoritiesCommand } from '../../hub/server/authorities-command.ts';
import { requireSite } from '../../hub/site/set-up-folder.ts';
import { readHubTls } from '../../hub/site/hub-tls.ts';
import { folderVault } from '../../hub/site/site-vault.ts';
import { runningFile } from '../../hub/server/running-file.ts';
import type { Running } from '../../hub/server/running-file.ts';
import type { Health } from '../../shared/contracts/hub-api.ts';
import type { PepperStanding } from '../../shared/contracts/rotation.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import { rotateAgainLines } from './rotate-again-words.ts';
import { Authorities } from '../../sync/transport/authorities.ts';
import { SiteAgent } from '../../sync/transport/site-agent.ts';
import { countOf } from '../count-of.ts';

const patienceMs = 5000;
const recovering =
  '  restored      waits for what its stations hold (see: rean hub recovered --data …)';

/**
 * Prints how the hub on a folder is; the exit code is 0 while it is well, 1 when it says it isn't.
 * @throws ReanError `site.missing`, `hub.unreachable` when none runs, or `hub.certificate-mismatch`
 * when something else is at its address
 */
export async function printStatus(folder: string): Promise<void> {
  await requireSite(folder);
  const vault = folderVault(folder);
  const running = await vault.read(runningFile);
  if (running === null) throw new ReanError('hub.unreachable', { path: folder });
  await askAlive(running, await authoritiesOf(folder));
  const health = await healthOf(folder);
  const free = health.diskFreeBytes === null ? 'unknown' : `${megabytes(health.diskFreeBytes)} MB`;
  const part = health.diskUsedPart;
  const used = part === null ? '' : ` (${Math.round(part * 100)} % used)`;
  const recordings = await toldBy(folder, recordingsCommand);
  const keys = await toldBy(folder, keysCommand);
  console.log(
    [
      `${running.url} is ${health.ok ? 'well' : 'NOT WELL'} (Rean ${health.version}, process ${running.pid})`,
      `  generation    ${health.generation}`,
      `  unfolded      ${health.unfolded}`,
      `  quarantined   ${health.quarantined}`,
      ...missingWords(health),
      ...stuckWords(health),
      `  disk free     ${free}${used}`,
      `  last backup   ${backupWords(health)}`,
      ...(recordings === null ? [] : recordingWords(recordings)),
      ...(health.recovering ? [recovering] : []),
      ...(keys === null ? [] : [...secretWords(keys.pepper), ...rotateAgainLines(keys.again)]),
    ].join('\n'),
  );
  process.exitCode = health.ok ? 0 : 1;
}

/** When the last backup that counts was made, and how long ago. */
export function backupWords({ lastBackup }: Pick<Health, 'lastBackup'>): string {
  if (lastBackup === undefined) return 'not told by this hub';
  if (lastBackup === null) return 'NEVER. Make one: rean hub backup';
  const { date, days, lacks = [] } = lastBackup;
  const but = lacks.map((lack) => `; DOES NOT COUNT: ${lackWords[lack]}`).join('');
  if (days === null) return `${date} (the clock of this hub was put back since)${but}`;
  const age = days === 0 ? 'less than a day' : countOf(days, 'day');
  return `${date} (${age} ago)${but}`;
}

/** Nothing while no record is missing before one that is there ([HUB18]). */
function missingWords({ missing = 0 }: Pick<Health, 'missing'>): readonly string[] {
  return missing === 0 ? [] : [`  missing       ${missing} (see: rean hub lost --data …)`];
}

/** Nothing while everybody can be folded ([FLD10]). */
export function stuckWords({ stuck = 0 }: Pick<Health, 'stuck'>): readonly string[] {
  if (stuck === 0) return [];
  return [
    `  can’t count   ${countOf(stuck, 'learner')} (who and why: fold.stuck in the log of the hub)`,
  ];
}

/** Nothing where everybody's secret goes with one pepper ([KEY3]). */
export function secretWords({ peppers, learners, staff }: PepperStanding): readonly string[] {
  if (peppers === 1 && learners.length + staff.length === 0) return [];
  const left = `${countOf(learners.length, 'learner')}, ${staff.length} staff`;
  return [`  old pepper    ${left} (see: rean site pepper --data …)`];
}

/** Nothing while nobody has read anything aloud ([RAL7]). */
export function recordingWords({ kept, learners, bytes }: HeldRecordings): readonly string[] {
  if (kept === 0) return [];
  const room = `${(bytes / 1e6).toFixed(1)} MB`;
  return [`  recordings    ${kept}, of ${countOf(learners, 'learner')}, ${room}`];
}

/** Null where a hub of another version runs, which can't tell. */
async function toldBy<Output>(
  folder: string,
  command: HubCommand<Readonly<Record<string, never>>, Output>,
): Promise<Output | null> {
  const call = { say: () => undefined, signal: AbortSignal.timeout(patienceMs) };
  try {
    return (await askRunningHub(folder, command, {}, call))?.output ?? null;
  } catch (error) {
    if (isReanError(error, 'hub.protocol')) return null;
    throw error;
  }
}

const lackWords = {
  keys: 'the keys are not backed up. Run rean hub backup with --keys',
  disk: 'it lies on the hub’s own disk. Back up to a stick',
} as const;

/** By whom the site's hub is known: from its files, or from itself where those are sealed ([IDN14]). */
async function authoritiesOf(folder: string): Promise<Authorities> {
  try {
    return Authorities.of(await readHubTls(folderVault(folder)));
  } catch (error) {
    if (!isReanError(error, 'key.missing')) throw error;
    const call = { say: () => undefined, signal: AbortSignal.timeout(patienceMs) };
    const told = await askRunningHub(folder, authoritiesCommand, {}, call);
    if (told === null) throw new ReanError('hub.unreachable', { path: folder }, error);
    return new Authorities(told.output);
  }
}

/** The rest is told at the hub's own keyboard alone. */
async function healthOf(folder: string): Promise<Health> {
  const call = { say: () => undefined, signal: AbortSignal.timeout(patienceMs) };
  const told = await askRunningHub(folder, healthCommand, {}, call);
  if (told === null) throw new ReanError('hub.unreachable', { path: folder });
  return told.output;
}

/** Only the site's hub counts ([SYN11]): another program, or a station, may have its port. */
async function askAlive({ url }: Running, authorities: Authorities): Promise<void> {
  const agent = new SiteAgent({
    tls: {},
    admits: (holder) => holder?.role === 'hub',
    connectMs: patienceMs,
    authorities,
  });
  try {
    z.looseObject({ ok: z.boolean() }).parse(
      JSON.parse(await getText(new URL('/healthz', url), agent)),
    );
  } catch (cause) {
    if (isReanError(cause, 'hub.certificate-mismatch')) throw new ReanError(cause.code, { url });
    throw new ReanError('hub.unreachable', { url }, cause);
  } finally {
    agent.destroy();
  }
}

function getText(url: URL, agent: SiteAgent): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { agent, signal: AbortSignal.timeout(patienceMs) };
    const request = get(url, options, (response) => {
      text(response).then(resolve, reject);
    });
    request.on('error', reject);
  });
}

function megabytes(bytes: number): string {
  return String(Math.floor(bytes / 1024 / 1024));
}
