import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layDisk, leastDiskMiB } from './disk-layout.ts';
import { installerGrub, layoutLines, stickMiB, tableWordsOfAnyDisk } from './installer-plan.ts';
import { installerPicture } from './installer-picture.ts';
import { pictureOf } from './screen-picture.ts';
import { screenText } from './screen-words.ts';
import { installerScreenNames, installerScreens } from './installer-screens.ts';

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
    expect(ends[0]).toMatch(/^--new=7:/);
    expect(words).toContain('--change-name=7:rean-data');
    // Two PCs installed from one stick are two disks.
    expect(words.some((word) => word.includes('guid'))).toBe(false);
  });

  it('has a screen for everything it shows, and shows every screen there is [INS1]', () => {
    const said = `${shell('run')}${shell('from-hub')}`;
    const words = [...said.matchAll(/\b(?:show|ends|slip) "?([a-z][a-z-]*)(\$\w+)?/g)];
    const shown = words.flatMap(([, name = '', ending]) => {
      if (ending === undefined) return [name];
      return ending === '$from' ? [`${name}stick`, `${name}hub`] : [name, `${name}-hub`];
    });
    expect(new Set(shown)).toEqual(new Set(installerScreenNames));
  });

  it('draws pictures of the size it takes them for [INS1]', () => {
    expect(shell('screen')).toContain(`picture_width=${installerPicture.width}\n`);
    expect(shell('screen')).toContain(`picture_height=${installerPicture.height}\n`);
  });
});

describe('the installer’s screens', () => {
  it.each(installerScreenNames)('%s speaks Khmer and English, and fits [INS1]', (name) => {
    const screen = installerScreens[name];
    const picture = pictureOf(screen, installerPicture);
    for (const { km, en } of [screen.title, ...screen.lines]) {
      expect(picture.indexOf(km)).toBeLessThan(picture.indexOf(en));
      expect(screenText(screen)).toContain(en);
    }
    const lowest = Math.max(...[...picture.matchAll(/ y="(\d+)"/g)].map(([, y]) => Number(y)));
    expect(lowest).toBeLessThan(installerPicture.height - 4);
  });

  it('has room on a stick for what is brought', () => {
    expect(stickMiB(400 * 1024 ** 2)).toBeGreaterThan(430);
  });
});
