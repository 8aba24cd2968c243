import { describe, expect, it } from 'vitest';
import {
  isDebianLike,
  packagesFor,
  parseMissingLibraries,
  parseOsRelease,
} from './missing-libraries.ts';

const bookworm = parseOsRelease('ID=debian\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\n');
const trixie = parseOsRelease('ID=debian\nVERSION_ID="13"\nVERSION_CODENAME=trixie\n');
const noble = parseOsRelease('ID=ubuntu\nID_LIKE=debian\nUBUNTU_CODENAME=noble\n');
const mint21 = parseOsRelease(
  'ID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_CODENAME=virginia\nUBUNTU_CODENAME=jammy\n',
);

describe('what ldd says', () => {
  it('is read for the libraries that are not found, each once', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffd)',
      '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)',
      '\tlibnss3.so => not found',
      '\tlibgtk-3.so.0 => not found',
      '\tlibnss3.so => not found',
      '\t/lib64/ld-linux-x86-64.so.2 (0x00007f)',
    ].join('\n');
    expect(parseMissingLibraries(output)).toEqual(['libnss3.so', 'libgtk-3.so.0']);
  });

  it('names nothing when all is found, or when ldd said nothing', () => {
    expect(parseMissingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x0)\n')).toEqual([]);
    expect(parseMissingLibraries('')).toEqual([]);
  });
});

describe('the system', () => {
  it('is told by os-release, with and without quotes', () => {
    const release = parseOsRelease(`NAME="Debian GNU/Linux"\nID=debian\n# a comment\nX='y'\n`);
    expect(release.get('NAME')).toBe('Debian GNU/Linux');
    expect(release.get('ID')).toBe('debian');
    expect(release.get('X')).toBe('y');
  });

  it('has apt when it is Debian, Ubuntu or made from them', () => {
    expect([bookworm, noble, mint21].map(isDebianLike)).toEqual([true, true, true]);
    expect(isDebianLike(parseOsRelease('ID=fedora\n'))).toBe(false);
    expect(isDebianLike(parseOsRelease(''))).toBe(false);
  });
});

describe('the packages of missing libraries', () => {
  const libraries = ['libgtk-3.so.0', 'libasound.so.2', 'libnss3.so', 'libnssutil3.so'];

  it('have their plain names up to Debian 12 and Ubuntu 22.04', () => {
    const plain = ['libasound2', 'libgtk-3-0', 'libnss3'];
    expect(packagesFor(libraries, bookworm).packages).toEqual(plain);
    expect(packagesFor(libraries, mint21).packages).toEqual(plain);
  });

  it('have t64 names from Debian 13 and Ubuntu 24.04 on, where they were renamed', () => {
    const renamed = ['libasound2t64', 'libgtk-3-0t64', 'libnss3'];
    expect(packagesFor(libraries, trixie).packages).toEqual(renamed);
    expect(packagesFor(libraries, noble).packages).toEqual(renamed);
  });

  it('do not hide a library nobody knows the package of', () => {
    expect(packagesFor(['libnew.so.9'], bookworm)).toEqual({
      packages: [],
      unknown: ['libnew.so.9'],
    });
  });
});
