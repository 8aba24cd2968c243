import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { bootScript } from './boot-script.ts';
import { dnsmasqConfig } from './dnsmasq-config.ts';
import { lanOf, leasesOf } from './lan.ts';

const caught = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

const at = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  netmask: '255.255.255.0',
  family: 'IPv4',
  mac: '52:54:00:12:34:56',
  internal,
  cidr: `${address}/24`,
});
const lan = { name: 'eth0', address: '192.168.77.1', netmask: '255.255.255.0' };

describe('[PXE3] the network that the hub installs on', () => {
  it('is the one there is; of a cable with two addresses the one that was given', () => {
    const lo = [at('127.0.0.1', true)];
    expect(lanOf({ lo, eth0: [at('192.168.77.1')] }, null)).toEqual(lan);
    expect(lanOf({ eth0: [at('169.254.3.4'), at('192.168.77.1')] }, null)).toEqual(lan);
    expect(lanOf({ eth0: [at('192.168.77.1')], eth1: [at('10.0.0.1')] }, 'eth0')).toEqual(lan);
  });

  it('is none where there is no lab’s network, or several and nothing says which', () => {
    const problem = (given: Parameters<typeof lanOf>[0], wanted: string | null = null) =>
      caught(() => lanOf(given, wanted));
    expect(problem({})).toMatchObject({ facts: { problem: 'no-network' } });
    expect(problem({ wan: [at('203.0.113.9')] })).toMatchObject({
      facts: { problem: 'no-network' },
    });
    expect(problem({ eth0: [at('192.168.77.1')] }, 'eth9')).toMatchObject({
      facts: { problem: 'no-network' },
    });
    expect(problem({ a: [at('192.168.1.1')], b: [at('10.0.0.1')] })).toMatchObject({
      facts: { problem: 'several-networks' },
    });
  });

  it('has addresses handed out as the site says, by others, or by the hub where nobody does', () => {
    const told = { first: '192.168.77.100', last: '192.168.77.139' };
    expect(leasesOf(lan, told)).toBe(told);
    expect(leasesOf(lan, null)).toBeNull();
    expect(leasesOf({ ...lan, address: '169.254.7.8' }, null)?.first).toMatch(/^169\.254\./);
  });
});

describe('[PXE3] what dnsmasq is told', () => {
  const plan = { lan, port: 8645, ipxe: '/usr/lib/ipxe', leaseFile: '/run/x/leases' };

  it.each([
    ['beside another that hands addresses out', null],
    ['handing out its own', { first: '192.168.77.100', last: '192.168.77.139' }],
  ])('is to answer PCs that start from the network alone, on that cable alone, %s', (_, leases) => {
    const lines = dnsmasqConfig({ ...plan, leases }).split('\n');
    for (const line of [
      'port=0',
      'interface=eth0',
      'bind-interfaces',
      'dhcp-ignore=tag:!pxe',
      'tftp-root=/usr/lib/ipxe',
      'dhcp-boot=tag:ipxe,http://192.168.77.1:8645/boot.ipxe',
    ]) {
      expect(lines).toContain(line);
    }
    const hands = lines.filter((line) => line.startsWith('dhcp-range='));
    expect(hands).toEqual([
      leases === null
        ? 'dhcp-range=192.168.77.1,proxy,255.255.255.0'
        : 'dhcp-range=192.168.77.100,192.168.77.139,255.255.255.0,2h',
    ]);
  });
});

describe('[PXE4] iPXE’s script', () => {
  it('starts the installer, tells it where the hub is, and starts over where that fails', () => {
    const script = bootScript('http://192.168.77.1:8645');
    expect(script).toMatch(/^#!ipxe\n/);
    expect(script).toContain(' rean.install ');
    expect(script).toContain(' rean.hub=http://192.168.77.1:8645 rean.mac=${netX/mac}');
    expect(script).not.toContain('shell');
    expect(script.trim().endsWith('reboot')).toBe(true);
  });
});
