import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layDisk, leastDiskMiB } from './disk-layout.ts';
import { installerGrub, layoutLines, stickMiB, tableWordsOfAnyDisk } from './installer-plan.ts';
import { pictureOf, pictureSize } from './installer-picture.ts';
import { installerScreenNames, installerScreens, screenText } from './installer-screens.ts';

const shell = (name: string) =>
  readFileSync(
    join(import.meta.dirname, '../../../build/image/root/usr/lib/rean-image/installer', name),
    'utf8',
  );

describe('how the installer’s stick starts', () => {
  it('has nothing to choose and no prompt [INS1]', () => {
    const script = installerGrub(['station', 'hub']);
    for (const word of ['menuentry', 'read ', 'keystatus', 'configfile']) {
      expect(script).not.toContain(word);
    }
    expect(script.trim().split('\n').at(-1)).toBe('reboot');
    expect(script).toContain('rean.install');
    expect(script).not.toContain('root=');
  });

  it('takes kernel and initrd out of a system that is on it [INS1]', () => {
    expect(installerGrub(['hub'])).toContain('/rean/rean-hub.squashfs');
    expect(installerGrub(['hub', 'supervisor', 'station'])).toContain(
      '/rean/rean-station.squashfs',
    );
  });
});

describe('what the installer’s shell reads', () => {
  const layout = layDisk(leastDiskMiB);

  it('is the layout of every disk, with data as large as the disk leaves it [INS4]', () => {
    expect(layoutLines(layout)).toMatch(/^bios 1 1\nesp 2 64\nos-a 66 2048\n/);
    const words = tableWordsOfAnyDisk(layout).trim().split('\n');
    const ends = words.filter((word) => word.endsWith(':@LAST@'));
    expect(ends).toHaveLength(1);
    expect(ends[0]).toMatch(/^--new=6:/);
    expect(words).toContain('--change-name=6:rean-data');
    // Two PCs installed from one stick are two disks.
    expect(words.some((word) => word.includes('guid'))).toBe(false);
  });

  it('has a screen for everything it shows, and shows every screen there is [INS1]', () => {
    const shown = [...shell('run').matchAll(/\b(?:show|ends) ([a-z][a-z-]*)/g)].map(
      ([, name]) => name,
    );
    expect(new Set(shown)).toEqual(new Set(installerScreenNames));
  });

  it('draws pictures of the size it takes them for [INS1]', () => {
    expect(shell('screen')).toContain(`picture_width=${pictureSize.width}\n`);
    expect(shell('screen')).toContain(`picture_height=${pictureSize.height}\n`);
  });
});

describe('the installer’s screens', () => {
  it.each(installerScreenNames)('%s speaks Khmer and English, and fits [INS1]', (name) => {
    const screen = installerScreens[name];
    const picture = pictureOf(screen);
    for (const { km, en } of [screen.title, ...screen.lines]) {
      expect(picture.indexOf(km)).toBeLessThan(picture.indexOf(en));
      expect(screenText(screen)).toContain(en);
    }
    const lowest = Math.max(...[...picture.matchAll(/ y="(\d+)"/g)].map(([, y]) => Number(y)));
    expect(lowest).toBeLessThan(pictureSize.height - 4);
  });

  it('has room on a stick for what is brought', () => {
    expect(stickMiB(400 * 1024 ** 2)).toBeGreaterThan(430);
  });
});
