import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { mostTraits } from '../../shared/contracts/machine.ts';
import type { SiteId, StationId } from '../../shared/ids.ts';
import { diskOfFolder, serialOf, sysLine } from './disk-of-folder.ts';

/** What tells one PC from another; nothing of it leaves this PC but hashed. */
export interface MachineFacts {
  /** Serial numbers of the board, as far as this user may read them. */
  readonly board: readonly string[];
  /** Hardware addresses of network cards. */
  readonly cards: readonly string[];
  /** The id of the installed system; a copied disk has it too. */
  readonly system: string | null;
  /** Serial number of the disk the station lies on; null, or left out, where none can be read. */
  readonly disk?: string | null;
}

const boardFiles = ['product_uuid', 'board_serial', 'product_serial'];
/** What boards without a number say. */
const noNumber =
  /^(|0+|f+|none|default string|to be filled.*|not (specified|applicable)|[0-]+|[f-]+)$/i;
const noCard = '00:00:00:00:00:00';

/** This PC's own. What can't be read is left out. @param folder where the station lies */
export async function systemFacts(folder: string): Promise<MachineFacts> {
  const board: string[] = [];
  for (const name of boardFiles) {
    const number = await sysLine(`/sys/class/dmi/id/${name}`);
    if (number !== null && !noNumber.test(number)) board.push(`${name} ${number}`);
  }
  const cards = new Set([...cardsInUse(), ...(await cardsOf('/sys/class/net'))]);
  const disk = await diskOfFolder(folder);
  return {
    board,
    cards: [...cards].toSorted(),
    system: await sysLine('/etc/machine-id'),
    disk: disk && (await serialOf(disk)),
  };
}

function cardsInUse(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .flatMap(({ internal, mac }) => (internal || !isOwn(mac) ? [] : [mac]));
}

/**
 * Cards as Linux lists them: those whose cable is out too, but none without a device behind it.
 * @param folder one folder for each, with its `address`
 */
export async function cardsOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const cards: string[] = [];
  for (const name of names) {
    const parts = await readdir(`${folder}/${name}`).catch((): string[] => []);
    const mac = parts.includes('device') ? await sysLine(`${folder}/${name}/address`) : null;
    if (mac !== null && isOwn(mac)) cards.push(mac);
  }
  return cards;
}

const isOwn = (mac: string) => mac !== noCard && !isMadeUp(mac);

/** Drawn by the system, for a bridge or a container say, and not the card's own. */
function isMadeUp(mac: string): boolean {
  return (Number.parseInt(mac.slice(0, 2), 16) & 2) !== 0;
}

/** The facts as the hub is told them: salted hashes ([CLO1]). */
export function traitsOf({ board, cards, system }: MachineFacts, of: Salt): readonly string[] {
  const hashed = hashedAs(of);
  return [
    ...board.map(hashed('b')),
    ...cards.map(hashed('m')),
    ...(system === null ? [] : [system].map(hashed('o'))),
  ].slice(0, mostTraits);
}

/**
 * What a station knows its own PC by, on its own disk ([FBT4]): the hardware alone. A moved disk brings its number along,
 * a copied one does not; the installed system is as good as nothing, as an image's is another at each start.
 */
export function hardwareTraitsOf(
  { board, cards, disk }: MachineFacts,
  of: Salt,
): readonly string[] {
  const hashed = hashedAs(of);
  const disks = disk === undefined || disk === null ? [] : [disk];
  return [...board.map(hashed('b')), ...cards.map(hashed('m')), ...disks.map(hashed('d'))].slice(
    0,
    mostTraits,
  );
}

interface Salt {
  readonly site: SiteId;
  readonly station: StationId;
}

const hashedAs =
  ({ site, station }: Salt) =>
  (kind: string) =>
  (fact: string) =>
    kind +
    createHash('sha256').update(`${site}\n${station}\n${kind}\n${fact}`).digest('hex').slice(0, 16);
