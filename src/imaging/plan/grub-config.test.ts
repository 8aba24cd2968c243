import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { choiceSector, choiceVolume, formatChoice } from './boot-choice.ts';
import { placeGrub } from './boot-sectors.ts';
import { layDisk, partitionOf, sectorBytes } from './disk-layout.ts';
import { grubConfig, kernelLine } from './grub-config.ts';

describe('how a disk of ours starts', () => {
  it('has no entry, menu or question that keys could open [IMG4]', () => {
    const script = grubConfig();
    for (const word of [
      'menuentry',
      'submenu',
      'read ',
      'keystatus',
      '--interruptible',
      'configfile',
    ]) {
      expect(script).not.toContain(word);
    }
    // A script that ends leads to GRUB's own prompt.
    expect(script.trim().split('\n').at(-1)).toBe('reboot');
  });

  it('starts an update once, then what is known to work, then the other slot [IMG5]', () => {
    const script = grubConfig();
    const steps = ['save_env', 'start "$trying"', 'start "$good"', 'start "$other"'];
    const places = steps.map((step) => script.indexOf(step));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    // That it was tried is on the disk before it is, and is never counted of the other one.
    expect(script).toMatch(/set tried=1\n\s*if save_env [^\n]*; then start "\$trying"/);
    expect(script.match(/save_env/g)).toHaveLength(1);
  });

  it('gives the kernel its slot, and takes keys and sticks away [IMG4]', () => {
    const words = kernelLine('b').split(' ');
    for (const word of [
      'root=PARTLABEL=rean-os-b',
      'rean.slot=b',
      'panic=10',
      'rw',
      'sysctl.kernel.sysrq=0',
      'modprobe.blacklist=usb_storage,uas',
    ]) {
      expect(words).toContain(word);
    }
    expect(words.some((word) => word.startsWith('console='))).toBe(false);
  });

  it('keeps the choice in one sector, in a file that GRUB can write over [IMG5]', () => {
    const bytes = formatChoice({ good: 'a', trying: 'b', tried: false });
    expect(bytes).toHaveLength(sectorBytes);
    const text = Buffer.from(bytes).toString();
    expect(text).toMatch(/^# GRUB Environment Block\ngood=a\ntrying=b\ntried=\n#+$/);
    const volume = choiceVolume({ good: 'a', trying: 'b', tried: false });
    const at = choiceSector * sectorBytes;
    expect(Buffer.from(volume.subarray(at, at + sectorBytes)).equals(bytes)).toBe(true);
    const files = execFileSync('tar', ['--list', '--verbose', '-f', '-'], { input: volume });
    expect(files.toString()).toMatch(/^-rw-r--r-- 0\/0 +512 .* choice\n$/);
    const { number } = partitionOf(layDisk(8192), 'choice');
    expect(grubConfig()).toContain(`set choice="($disk,gpt${number})/choice"`);
  });
});

describe('GRUB for a BIOS', () => {
  const boot = new Uint8Array(512).fill(1);
  const core = new Uint8Array(1500).fill(2);

  it('knows where its second part lies, and leaves the partition table alone [IMG3]', () => {
    const placed = placeGrub(boot, core, 2048);
    expect(placed.boot).toHaveLength(440);
    expect(Buffer.from(placed.boot).readBigUInt64LE(0x5c)).toBe(2048n);
    expect(placed.core).toHaveLength(1536);
    const list = Buffer.from(placed.core);
    expect(list.readBigUInt64LE(0x1f4)).toBe(2049n);
    expect(list.readUInt16LE(0x1fc)).toBe(2);
    expect(boot.every((byte) => byte === 1)).toBe(true);
  });

  it('takes no file that is not GRUB’s', () => {
    expect(() => placeGrub(new Uint8Array(100), core, 2048)).toThrow('shape.invalid');
    expect(() => placeGrub(boot, new Uint8Array(100), 2048)).toThrow('shape.invalid');
  });
});
