import { execFile } from 'node:child_process';
import { access, mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** Runs a program of the system, its output as text; rejects with what it said. */
export const told = async (program: string, ...words: readonly string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(program, words, { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
};

/** Which package of Debian brings which program. */
const brings: Readonly<Record<string, string>> = {
  'dpkg-deb': 'dpkg',
  lintian: 'lintian',
  mmdebstrap: 'mmdebstrap',
  nsenter: 'util-linux',
  'systemd-nspawn': 'systemd-container',
};

async function isOnPath(program: string): Promise<boolean> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = await Promise.allSettled(folders.map((folder) => access(join(folder, program))));
  return found.some(({ status }) => status === 'fulfilled');
}

/** @throws Error that names what this machine lacks, and how to get it */
export async function requirePrograms(): Promise<void> {
  if (process.getuid?.() !== 0)
    throw new Error('Only root can make and boot a Debian: run this as root.');
  const missing: string[] = [];
  for (const [program, from] of Object.entries(brings)) {
    if (!(await isOnPath(program))) missing.push(from);
  }
  if (missing.length === 0) return;
  throw new Error(
    `This machine lacks what this is tested with: apt-get install ${missing.join(' ')}`,
  );
}

/** The release that labs run. */
const release = 'bookworm';
const mirror = () => process.env['REAN_DEBIAN_MIRROR'] ?? 'http://deb.debian.org/debian';

/** What a Debian needs to boot in a container, and to have a screen without a graphics card. */
const system = ['systemd-sysv', 'dbus', 'polkitd', 'curl', 'procps', 'xvfb', 'xauth', 'xdotool'];

/**
 * Makes a Debian of nothing but packages of Debian, and lays further packages into it, unpacked with all they
 * depend on and nothing they merely recommend.
 * @param debs paths of packages to install as a technician does, by apt
 */
export async function makeCleanRoot(root: string, debs: readonly string[]): Promise<void> {
  await mkdir(root, { recursive: true });
  await told(
    'mmdebstrap',
    '--mode=root',
    '--variant=minbase',
    '--quiet',
    `--include=${system.join(',')}`,
    ...debs.map((deb) => `--customize-hook=copy-in ${deb} /srv`),
    // By the shell inside: its folder is not that of who calls it.
    `--customize-hook=chroot "$1" sh -c 'apt-get install --yes --no-install-recommends /srv/*.deb'`,
    release,
    root,
    mirror(),
  );
}
