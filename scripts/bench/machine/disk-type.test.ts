import { describe, expect, it } from 'vitest';
import { diskType } from './disk-type.ts';

const mounts = [
  '/dev/vda / ext4 rw,relatime 0 0',
  'tmpfs /tmp tmpfs rw 0 0',
  '/dev/sdb1 /media/usb\\040stick vfat rw 0 0',
  '/dev/vdb /home xfs rw 0 0',
  '/dev/vdc /home btrfs rw 0 0',
  '',
].join('\n');

describe('the type of the disk a folder lies on', () => {
  it('is that of the nearest mount above it', () => {
    expect(diskType(mounts, '/srv/rean')).toBe('ext4');
    expect(diskType(mounts, '/tmp/rean')).toBe('tmpfs');
    expect(diskType(mounts, '/tmp')).toBe('tmpfs');
  });

  it('is not taken from a mount whose name only begins alike', () => {
    expect(diskType(mounts, '/tmpfiles')).toBe('ext4');
  });

  it('is that of the last of two mounts on one place', () => {
    expect(diskType(mounts, '/home/dara')).toBe('btrfs');
  });

  it('is found where the mount has a space in its name', () => {
    expect(diskType(mounts, '/media/usb stick/rean')).toBe('vfat');
  });

  it('is unknown where nothing says so', () => {
    expect(diskType('', '/srv')).toBe('unknown');
  });
});
