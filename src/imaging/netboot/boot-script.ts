import { installerWords } from '../plan/installer-plan.ts';

/**
 * What a BIOS is asked for: 800×600 in colours, which its own driver keeps. Where there is none, the kernel asks
 * and goes on in text; UEFI has set a mode and does not look at this.
 */
const bootMode = 'vga=0x315';

/** iPXE's script ([PXE4]): kernel and initrd of the installer, told where the hub is and which cable it came by. */
export function bootScript(hub: string): string {
  const words = [
    'initrd=initrd.img',
    ...installerWords,
    bootMode,
    `rean.hub=${hub}`,
    'rean.mac=${netX/mac}',
    'rean.ip=${netX/ip}',
    'rean.mask=${netX/netmask}',
  ];
  return `#!ipxe
echo Rean: fetching the installer from ${hub}
kernel ${hub}/vmlinuz ${words.join(' ')} || goto failed
initrd --name initrd.img ${hub}/initrd.img || goto failed
boot || goto failed
:failed
echo Rean: the hub does not answer. Is installing over the LAN still turned on?
sleep 15
reboot
`;
}
