/** A program of Debian that a build calls, and the package it is in. */
export interface DebianTool {
  readonly program: string;
  readonly package: string;
}

/** What builds an image. */
export const buildTools: readonly DebianTool[] = [
  { program: 'mmdebstrap', package: 'mmdebstrap' },
  { program: 'mksquashfs', package: 'squashfs-tools' },
  { program: 'sgdisk', package: 'gdisk' },
  { program: 'mcopy', package: 'mtools' },
  { program: 'mformat', package: 'mtools' },
  { program: 'mke2fs', package: 'e2fsprogs' },
  { program: 'grub-mkimage', package: 'grub-common' },
  { program: 'chroot', package: 'coreutils' },
  { program: 'unshare', package: 'util-linux' },
  { program: 'tar', package: 'tar' },
];

/** What draws sentences. */
const drawing: DebianTool = { program: 'rsvg-convert', package: 'librsvg2-bin' };

/** What makes an installer's stick, from images that are there. */
export const installerTools: readonly DebianTool[] = [
  ...buildTools.filter(({ program }) =>
    ['sgdisk', 'mcopy', 'mformat', 'grub-mkimage', 'tar'].includes(program),
  ),
  { program: 'unsquashfs', package: 'squashfs-tools' },
  drawing,
];

/** Files that come with no program. */
export const buildFiles = [
  { path: '/usr/lib/grub/i386-pc/boot.img', package: 'grub-pc-bin' },
  { path: '/usr/lib/grub/x86_64-efi/normal.mod', package: 'grub-efi-amd64-bin' },
] as const;

/** What sentences are drawn with: librsvg tears vowels of Noto Sans Khmer apart (ADR 70). */
const typefaces = [
  { path: '/usr/share/fonts/truetype/khmeros/KhmerOSbattambang.ttf', package: 'fonts-khmeros' },
  { path: '/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf', package: 'fonts-dejavu-core' },
] as const;

/** What a build that draws sentences needs beside programs. */
export const drawingFiles = [...buildFiles, ...typefaces] as const;

/** The hub's image has screens of its own in it ([HBS1]). */
export const hubTools: readonly DebianTool[] = [...buildTools, drawing];

/** Where Debian keeps programs; root's PATH on a desktop may lack half of them. */
export const programFolders = ['/usr/sbin', '/usr/bin', '/sbin', '/bin'] as const;

/**
 * The packages that are not installed, each once.
 *
 * @param exists whether there is such a file
 */
export function missingPackages(
  exists: (path: string) => boolean,
  tools: readonly DebianTool[] = buildTools,
  files: readonly { readonly path: string; readonly package: string }[] = buildFiles,
): readonly string[] {
  const hasProgram = (name: string) => programFolders.some((folder) => exists(`${folder}/${name}`));
  const missing = [
    ...tools.filter(({ program }) => !hasProgram(program)),
    ...files.filter(({ path }) => !exists(path)),
  ];
  return [...new Set(missing.map((lacking) => lacking.package))].sort();
}
