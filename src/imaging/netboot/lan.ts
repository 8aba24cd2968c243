import type { NetworkInterfaceInfo } from 'node:os';
import { ReanError } from '../../shared/errors.ts';

/** The hub's place in the lab's network. */
export interface Lan {
  readonly name: string;
  readonly address: string;
  readonly netmask: string;
}

const privateNetworks = /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/;
/** Given by a PC to itself: nobody hands addresses out there. */
const ownGiven = /^169\.254\./;

type Interfaces = Readonly<Partial<Record<string, readonly NetworkInterfaceInfo[]>>>;

/**
 * The one network that the hub serves ([PXE3]): never two, and never one that isn't a lab's.
 *
 * @param wanted its interface's name, where the PC has more than one
 * @throws ReanError `config.invalid` with `problem: 'no-network'` or `'several-networks'`
 */
export function lanOf(interfaces: Interfaces, wanted: string | null): Lan {
  const found = Object.entries(interfaces).flatMap(([name, infos = []]) => {
    const own = infos.filter(
      ({ family, internal, address }) =>
        family === 'IPv4' && !internal && privateNetworks.test(address),
    );
    // A cable may have both an address it was given and one of its own: the first is the lab's.
    const info = own.find(({ address }) => !ownGiven.test(address)) ?? own[0];
    return info === undefined ? [] : [{ name, address: info.address, netmask: info.netmask }];
  });
  const chosen = wanted === null ? found : found.filter(({ name }) => name === wanted);
  const [lan, another] = chosen;
  if (lan === undefined) throw new ReanError('config.invalid', { problem: 'no-network' });
  if (another !== undefined) throw new ReanError('config.invalid', { problem: 'several-networks' });
  return lan;
}

/** The first and the last address that the hub hands out. */
export interface Leases {
  readonly first: string;
  readonly last: string;
}

/**
 * What the hub hands out while it installs: what the site says; nothing, where somebody else of the LAN does;
 * and where nobody does, as the hub's own address tells, addresses such as PCs give themselves.
 */
export function leasesOf(lan: Lan, told: Leases | null): Leases | null {
  if (told !== null) return told;
  return ownGiven.test(lan.address) ? { first: '169.254.254.1', last: '169.254.254.99' } : null;
}
