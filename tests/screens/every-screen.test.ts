import { beforeAll, describe, expect, it } from 'vitest';
import { screenNames } from '../../src/renderer/ui/screen-name.ts';
import { screensLookedAt } from '../factories/screens-looked-at.ts';

/** Runs after the end-to-end tests, all of them: what they looked at, against the register of screens. */
describe('[WCA1] the end-to-end tests', () => {
  let looked: ReadonlySet<string>;

  beforeAll(async () => {
    looked = await screensLookedAt.read();
  });

  it.each(['km', 'en'])('put axe on every screen in %s', (language) => {
    expect(screenNames.filter((name) => !looked.has(`${name} ${language}`))).toEqual([]);
  });
});
