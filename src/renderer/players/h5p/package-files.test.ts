import { describe, expect, it } from 'vitest';
import { h5pFiles } from '../../../../tests/factories/h5p-package.ts';
import { packageFault, partsFault } from './package-files.ts';
import { withoutEditor } from './without-editor.ts';

const readerOf = (over: Readonly<Record<string, string | null>> = {}) => {
  const files = new Map(h5pFiles(over).map(({ name, content }) => [name, content]));
  const read = (path: string) => {
    const text = files.get(path);
    return Promise.resolve(text === undefined ? null : JSON.parse(text));
  };
  return { read, has: (path: string) => Promise.resolve(files.has(path)) };
};
const faultOf = (over?: Readonly<Record<string, string | null>>) =>
  packageFault(readerOf(over).read);
const partsFaultOf = (content: unknown, over: Readonly<Record<string, string | null>> = {}) => {
  const { read, has } = readerOf({ 'content/content.json': JSON.stringify(content), ...over });
  return partsFault(read, has);
};

describe('the files of a package of H5P', () => {
  it('[PCE14] are all there, or the officer is told what is not', async () => {
    expect(await faultOf()).toBeNull();
    expect(await faultOf({ 'H5PEditor.Base-1.0/library.json': null })).toBeNull();
    expect(await faultOf({ 'Test.Base-1.0/library.json': null })).toBe(
      'libraries are missing: Test.Base-1.0',
    );
    expect(await faultOf({ 'h5p.json': null })).toContain('h5p.json is missing');
    expect(await faultOf({ 'content/content.json': null })).toContain('content.json is missing');
  });

  it('[PCE14] hold what each part of its content is made with, and the pages it shows', async () => {
    const made = (library: string, params = {}) => ({ parts: [{ library, params }] });
    expect(await partsFaultOf(made('Test.Base 1.0'))).toBeNull();
    expect(await partsFaultOf(made('Test.Gone 2.1'))).toBe(
      'content/content.json names libraries that are not there: Test.Gone-2.1',
    );
    const frame = {
      'H5P.IFrameEmbed-1.0/library.json': JSON.stringify({
        title: 'Frame',
        machineName: 'H5P.IFrameEmbed',
        majorVersion: 1,
        minorVersion: 0,
      }),
    };
    const shows = (source: string) => made('H5P.IFrameEmbed 1.0', { source });
    expect(await partsFaultOf(shows('game/index.html?a=1'), frame)).toBe(
      'content/content.json names pages that are not there: game/index.html',
    );
    const there = { ...frame, 'content/game/index.html': '{}' };
    expect(await partsFaultOf(shows('game/index.html?a=1'), there)).toBeNull();
    expect(await partsFaultOf(shows('https://example.org/'), frame)).toBeNull();
  });

  it('[PCE14] are read without what is of the editor', () => {
    const dependency = (machineName: string) => ({ machineName, majorVersion: 1, minorVersion: 0 });
    const described = {
      title: 'a',
      preloadedDependencies: [dependency('H5PEditor.A'), dependency('H5P.A')],
    };
    expect(withoutEditor(described)).toEqual({
      title: 'a',
      preloadedDependencies: [dependency('H5P.A')],
    });
    expect(withoutEditor({ machineName: 'H5P.A' })).toEqual({ machineName: 'H5P.A' });
  });
});
