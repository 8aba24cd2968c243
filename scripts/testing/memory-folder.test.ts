import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scratchFolder } from '../runtime/scratch-folder.ts';
import { memoryFolder } from './memory-folder.ts';

it('memoryFolder gives a folder where there is room, and takes it away again', async () => {
  const parent = await scratchFolder();
  const { environment, remove } = await memoryFolder(parent, 1);
  const made = await readdir(parent);
  expect(Object.values(environment)).toEqual(made.map((name) => join(parent, name)));
  await remove();
  expect(await readdir(parent)).toEqual([]);
});

it('memoryFolder leaves tests their usual place where there is none', async () => {
  const { environment, remove } = await memoryFolder('/not/there');
  expect(environment).toEqual({});
  await remove();
});
