import type { Lan, Leases } from './lan.ts';

/** Where the hub's PC serves what is installed, by plain HTTP. */
export const netbootPort = 8645;

export interface DnsmasqPlan {
  readonly lan: Lan;
  /** Null where another PC of the LAN hands addresses out. */
  readonly leases: Leases | null;
  readonly port: number;
  /** What Debian's package `ipxe` brings. */
  readonly ipxe: string;
  readonly leaseFile: string;
}

/**
 * dnsmasq's settings ([PXE3]). It answers PCs that start from the network and nobody else, on one interface, names
 * nobody (no DNS), and reads nothing but iPXE. iPXE itself, once it runs, is sent to the hub's script.
 */
export function dnsmasqConfig({ lan, leases, port, ipxe, leaseFile }: DnsmasqPlan): string {
  const script = `http://${lan.address}:${port}/boot.ipxe`;
  const handing =
    leases === null
      ? [`dhcp-range=${lan.address},proxy,${lan.netmask}`]
      : [
          `dhcp-range=${leases.first},${leases.last},${lan.netmask},2h`,
          // No way out of the LAN, and nobody to ask for names.
          'dhcp-option=option:router',
          'dhcp-option=option:dns-server',
        ];
  const programs =
    leases === null
      ? [
          `pxe-service=tag:!ipxe,x86PC,"Rean",undionly.kpxe`,
          `pxe-service=tag:!ipxe,BC_EFI,"Rean",ipxe.efi`,
          `pxe-service=tag:!ipxe,X86-64_EFI,"Rean",ipxe.efi`,
        ]
      : [
          'dhcp-match=set:efi,option:client-arch,7',
          'dhcp-match=set:efi,option:client-arch,9',
          'dhcp-boot=tag:!ipxe,tag:!efi,undionly.kpxe',
          'dhcp-boot=tag:!ipxe,tag:efi,ipxe.efi',
        ];
  return `${[
    'port=0',
    `interface=${lan.name}`,
    `listen-address=${lan.address}`,
    'bind-interfaces',
    'except-interface=lo',
    'no-hosts',
    'no-resolv',
    'log-dhcp',
    'log-facility=-',
    'pid-file',
    `dhcp-leasefile=${leaseFile}`,
    'dhcp-vendorclass=set:pxe,PXEClient',
    'dhcp-userclass=set:ipxe,iPXE',
    'dhcp-ignore=tag:!pxe',
    ...handing,
    ...programs,
    `dhcp-boot=tag:ipxe,${script}`,
    'enable-tftp',
    `tftp-root=${ipxe}`,
    'tftp-no-fail',
    'tftp-max=16',
  ].join('\n')}\n`;
}
