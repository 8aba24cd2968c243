import { describe, expect, it } from 'vitest';
import { describeOutcome } from './official-electron.ts';

describe('why a download failed', () => {
  it("is the line that names the error, without a stack or a tool's prefixes", () => {
    const reason = 'TypeError: fetch failed\n    at node:internal/deps/undici:1:2\n    at async x';
    expect(describeOutcome({ kind: 'failed', reason })).toBe('fetch failed');
    const npm = 'npm warn old setting\nnpm error code ECONNREFUSED\nnpm error syscall connect';
    expect(describeOutcome({ kind: 'failed', reason: npm })).toBe('code ECONNREFUSED');
  });

  it('is the silence, when there was no answer or bytes stopped coming', () => {
    expect(describeOutcome({ kind: 'stalled', bytes: 0, afterMs: 15_000 })).toBe(
      'no answer within 15 s',
    );
    expect(describeOutcome({ kind: 'stalled', bytes: 12_340_000, afterMs: 45_000 })).toBe(
      'it stopped for 45 s after 12.3 MB',
    );
  });
});
