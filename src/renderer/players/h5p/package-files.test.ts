import { describe, expect, it } from 'vitest';
import { h5pFiles } from '../../../../tests/factories/h5p-package.ts';
import { packageFault } from './package-files.ts';
import { withoutEditor } from './without-editor.ts';

const faultOf = (over: Readonly<Record<string, string | null>> = {}) => {
  const files = new Map(h5pFiles(over).map(({ name, content }) => [name, content]));
  return packageFault((path) => {
    const text = files.get(path);
    return Promise.resolve(text === undefined ? null : JSON.parse(text));
  });
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
