import { describe, expect, it } from 'vitest';
import type { H5pDependency, H5pLibrary } from '../../shared/contracts/h5p.ts';
import { librariesIn, libraryFolder, libraryTree } from './libraries.ts';

const one = (machineName: string): H5pDependency => ({
  machineName,
  majorVersion: 1,
  minorVersion: 2,
});
const reading = (library: Readonly<Record<string, readonly string[]>>) => (folder: string) => {
  const needs = library[folder];
  const found: H5pLibrary | null =
    needs === undefined ? null : { ...one(folder), preloadedDependencies: needs.map(one) };
  return Promise.resolve(found);
};

describe('libraries of H5P', () => {
  it('[PCE14] are all that are named in turn, in circles too, but none of the editor', async () => {
    const read = reading({ 'A-1.2': ['B', 'H5PEditor.A'], 'B-1.2': ['A', 'C'], 'C-1.2': [] });
    expect(await libraryTree([one('A'), one('H5PEditor.Z')], read)).toEqual({
      needed: ['A-1.2', 'B-1.2', 'C-1.2'],
      missing: [],
    });
    expect(await libraryTree([one('A')], reading({ 'A-1.2': ['D'] }))).toMatchObject({
      missing: ['D-1.2'],
    });
  });

  it('[FRN6] that content is made of are found however deep they are named', () => {
    const content = {
      a: [{ library: 'H5P.Image 1.1', params: { b: { library: 'H5P.B 2.10' } } }],
      library: 'no',
    };
    expect(librariesIn(content).map(libraryFolder).sort()).toEqual(['H5P.B-2.10', 'H5P.Image-1.1']);
  });
});
