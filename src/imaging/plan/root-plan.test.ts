import { describe, expect, it } from 'vitest';
import { buildTools, missingPackages } from './debian-tools.ts';
import { readPackageList, rootName, rootWords, sourcesOf } from './root-plan.ts';

const plan = {
  role: 'station',
  packages: ['systemd', 'busybox'],
  sources: sourcesOf({ kind: 'debian' }, false),
} as const;

describe("Debian's part of an image", () => {
  it('is the same file only where it is made from the same things [IMG1]', () => {
    expect(rootName(plan)).toBe(rootName({ ...plan }));
    expect(rootName(plan)).toMatch(/^root-[0-9a-f]{16}\.tar$/);
    expect(rootName(plan)).not.toBe(rootName({ ...plan, packages: ['systemd'] }));
    const firmware = sourcesOf({ kind: 'debian' }, true);
    expect(rootName(plan)).not.toBe(rootName({ ...plan, sources: firmware }));
  });

  it('comes from a folder alone where one is given [IMG1]', () => {
    const archive = sourcesOf({ kind: 'archive', folder: '/mirror' }, true);
    expect(archive).toEqual(['deb copy:///mirror bookworm main non-free-firmware']);
    const flat = sourcesOf({ kind: 'flat', folder: '/debs' }, true);
    expect(flat).toEqual(['deb [trusted=yes] copy:///debs ./']);
    for (const source of [...archive, ...flat]) expect(source).not.toMatch(/https?:/);
    const words = rootWords({ ...plan, sources: flat }, 'out.tar');
    expect(words.slice(-3)).toEqual(['bookworm', 'out.tar', ...flat]);
  });

  it('names packages one a line, with comments', () => {
    expect(readPackageList('# of all\nsystemd\n\nbusybox # small\n')).toEqual([
      'systemd',
      'busybox',
    ]);
  });
});

describe('what a build lacks on this PC', () => {
  it('is told as packages, each once [IMG1]', () => {
    const none = missingPackages(() => false);
    expect(none).toContain('mmdebstrap');
    expect(none).toContain('grub-pc-bin');
    expect(none.filter((name) => name === 'mtools')).toHaveLength(1);
    expect(missingPackages(() => true)).toEqual([]);
  });

  it('looks where root’s programs lie, too', () => {
    const installed = new Set(buildTools.map(({ program }) => `/usr/sbin/${program}`));
    expect(missingPackages((path) => installed.has(path), buildTools, [])).toEqual([]);
  });
});
