import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { formatPublicKeyFile } from '../../content/minisign/keys.ts';
import { formatSignature, signBytes } from '../../content/minisign/signature.ts';
import type { ImageOrder } from './image-order.ts';
import { plantHubScreens } from './plant-hub-screens.ts';
import type { Programs } from './run-program.ts';

/** Where the image keeps what it was built from. */
const share = 'usr/share/rean-image';

/** What of the recipe goes into a root, in this order: a role's own files come on top. */
const foldersOf = {
  station: ['root', 'root-screen', 'root-station'],
  supervisor: ['root', 'root-screen', 'root-supervisor'],
  hub: ['root', 'root-hub'],
} as const;

/**
 * Makes Debian's root a PC of this site, in `root`: files of the recipe, our package, and what has to
 * be done in it, which is the recipe's own script's to do.
 */
export async function configureRoot(
  order: ImageOrder,
  archive: string,
  root: string,
  programs: Programs,
): Promise<void> {
  await mkdir(root, { recursive: true });
  await programs.run('tar', [
    '--extract',
    '--numeric-owner',
    '--xattrs',
    '-f',
    archive,
    '-C',
    root,
  ]);
  for (const folder of foldersOf[order.role]) {
    await programs.run('cp', [
      '--recursive',
      '--preserve=mode',
      '--no-target-directory',
      join(order.recipe, folder),
      root,
    ]);
  }
  await plantSite(order, root);
  const work = join(root, 'rean-image');
  await mkdir(work);
  if (order.role === 'hub') {
    await plantHubScreens(order.site, join(root, share, 'screens'), work, programs);
  }
  await cp(order.ownPackage, join(work, basename(order.ownPackage)));
  await cp(join(order.recipe, 'configure.sh'), join(work, 'configure.sh'));
  // Debian's own set-up scripts want /proc. It is there for them alone, and gone with them.
  const own = ['--mount', '--pid', '--fork', `--mount-proc=${join(root, 'proc')}`];
  const script = ['chroot', root, '/bin/sh', '/rean-image/configure.sh'];
  await programs.run('unshare', [...own, ...script, order.role, order.site.timezone]);
}

async function plantSite(order: ImageOrder, root: string): Promise<void> {
  const folder = join(root, share);
  const packs = join(folder, 'packs');
  await mkdir(packs, { recursive: true });
  const signature = signBytes(order.siteBytes, `site ${order.site.site}`, order.key);
  await writeFile(join(folder, 'site.json'), order.siteBytes);
  await writeFile(join(folder, 'site.json.minisig'), formatSignature(signature));
  await writeFile(join(folder, 'image.pub'), formatPublicKeyFile(order.key.publicKey));
  await writeFile(join(folder, 'role'), `${order.role}\n`);
  await writeFile(join(folder, 'site'), `${order.site.site}\n`);
  await writeFile(join(folder, 'version'), `${order.version}\n`);
  for (const pack of order.packs) await cp(pack, join(packs, basename(pack)));
  if (order.role === 'hub' && order.site.hub.leases !== undefined) {
    const { first, last } = order.site.hub.leases;
    await mkdir(join(root, 'etc/default'), { recursive: true });
    const setting = `REAN_NETBOOT_LEASES=${first},${last}\n`;
    await writeFile(join(root, 'etc/default/rean-netboot'), setting);
  }
  if (order.role === 'hub' && order.site.hub.address !== undefined) {
    const network = `[Match]\nType=ether\n\n[Network]\nAddress=${order.site.hub.address}\n`;
    await writeFile(join(root, 'etc/systemd/network/10-rean.network'), network);
  }
}
