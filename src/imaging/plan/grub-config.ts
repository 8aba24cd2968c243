import { choiceFile } from './boot-choice.ts';

/** The label of the EFI system partition's file system, which GRUB finds its disk by. */
export const espLabel = 'REAN-ESP';

/** What GRUB has to know by itself; nothing is loaded from a disk. */
export const grubModules: readonly string[] = [
  'normal',
  'test',
  'echo',
  'sleep',
  'reboot',
  'search',
  'search_label',
  'regexp',
  'loadenv',
  'part_gpt',
  'fat',
  'squash4',
  'gzio',
  'xzio',
  'tar',
  'memdisk',
  'loopback',
  'linux',
  'boot',
  'true',
];

/** Only where firmware is called by BIOS, only where by UEFI. */
export const platformModules = {
  'i386-pc': ['biosdisk', 'vbe', 'video', 'video_fb', 'all_video'],
  'x86_64-efi': ['efi_gop', 'efi_uga', 'video', 'video_fb', 'all_video'],
} as const;
export type GrubPlatform = keyof typeof platformModules;

/** Why each stands there is said in docs/image.md. */
export const kernelWords: readonly string[] = [
  'rootfstype=squashfs',
  'rw',
  'quiet',
  'loglevel=3',
  'panic=10',
  'vt.global_cursor_default=0',
  'systemd.show_status=no',
  'sysctl.kernel.sysrq=0',
  'modprobe.blacklist=usb_storage,uas',
  'init_on_alloc=1',
  'slab_nomerge',
];

/** The kernel's words for a slot. */
export const kernelLine = (slot: string): string =>
  [`root=PARTLABEL=rean-os-${slot}`, `rean.slot=${slot}`, ...kernelWords].join(' ');

/**
 * GRUB's script: no entry, no menu, no question, so that no key held at power-on has anything to open
 * ([IMG4]). A slot that was never started is started once; after that, and whenever anything about
 * the choice can't be read, the slot that is known to work, and the other one if that can't be loaded.
 */
export function grubConfig(): string {
  return `set timeout=0
set pager=0
insmod all_video
set gfxpayload=keep
search --no-floppy --set=esp --label ${espLabel}
regexp --set=1:disk '^([^,]+),' "$esp"
set choice="($disk,gpt6)/${choiceFile}"
load_env --skip-sig --file "$choice" good trying tried

if [ "$good" = b ]; then set other=a; else set good=a; set other=b; fi

function start {
  if [ "$1" = a ]; then set slot="($disk,gpt3)"; else set slot="($disk,gpt4)"; fi
  if linux "$slot/vmlinuz" ${kernelLine('$1')}; then
    if initrd "$slot/initrd.img"; then boot; fi
  fi
}

if [ -n "$trying" -a "$trying" != "$good" -a "$tried" != 1 ]; then
  set tried=1
  if save_env --file "$choice" good trying tried; then start "$trying"; fi
fi
start "$good"
start "$other"
echo "Rean: no system can be started from this disk. Install it again from the stick."
sleep 60
reboot
`;
}
