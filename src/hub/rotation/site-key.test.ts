import { describe, expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { withSiteKey } from './site-key.ts';

describe('[KEY2] the id of a site’s key', () => {
  it('does not come again where keys of before a rotation are rotated once more', async () => {
    const { keyring } = await HubLab.make();
    if (keyring === null) throw new Error('no keyring');
    const [lost, again] = [1, 2].map(
      (seed) => withSiteKey(keyring, seededRandomness(seed)).siteKey,
    );
    expect(lost?.id).not.toBe(again?.id);
    // Whoever drew before is asked for another, also where chance says the same.
    const twice = withSiteKey(withSiteKey(keyring, seededRandomness(3)), seededRandomness(3));
    expect(
      new Set([twice.siteKey, ...(twice.siteKey.earlier ?? [])].map(({ id }) => id)).size,
    ).toBe(3);
  });
});
