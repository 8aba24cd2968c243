import { describe, expect, it } from 'vitest';
import { packContentPolicy, playerHeaders } from './pack-headers.ts';

const origin = 'pack://org.rean.test--si-0123456789abcdef';
const policyOf = (kind: string | null) => playerHeaders(kind, origin)['content-security-policy'];

describe('the pages of players', () => {
  it('[PKG12] carry the policy of packs', () => {
    expect(policyOf('media')).toBe(packContentPolicy);
    expect(policyOf(null)).toBe(packContentPolicy);
  });

  it('[PCE7] let nothing of a book run: only the player’s own code, and its pages are blobs', () => {
    const policy = policyOf('epub') ?? '';
    expect(policy).toContain(`script-src ${origin}/~player/epub/;`);
    expect(policy).toContain('frame-src blob:;');
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toMatch(/script-src[^;]*(?:unsafe|blob|'self')/);
  });
});
