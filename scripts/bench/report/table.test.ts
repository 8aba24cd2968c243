import { describe, expect, it } from 'vitest';
import type { BenchDocument } from './document.ts';
import { figureOf } from './figure.ts';
import { tableText, written } from './table.ts';

const figure = figureOf({
  name: 'answer',
  title: 'answer until durable',
  unit: 'ms',
  measured: [10, 12, 14],
  baseline: { title: 'append and fsync', samples: [2, 4, 6] },
});

const document: BenchDocument = {
  v: 1,
  begunAt: '2026-11-21T00:00:00.000Z',
  seconds: 61.2,
  runs: 3,
  load: { before: 0.5, after: 2 },
  surroundings: {
    rean: { version: '0.1.0', commit: 'abc' },
    machine: { platform: 'linux', processor: 'Any', cores: 2, memoryMb: 4000, disk: 'ext4' },
    node: 'v24.0.0',
    electron: { version: '33.2.1', source: 'test' },
    root: true,
  },
  figures: [figure],
};

describe('the report for a person', () => {
  it('compares medians, not single samples', () => {
    expect(figure.ratio).toBe(3);
  });

  it('has no ratio to nothing', () => {
    const idle = { title: 'an idle one', samples: [0, 0, 0] };
    const { name, title, unit } = figure;
    expect(figureOf({ name, title, unit, measured: [1], baseline: idle }).ratio).toBeNull();
  });

  it('shows every figure above its baseline, with its ratio, in columns', () => {
    const lines = tableText(document).split('\n');
    expect(lines).toContain('answer, ms      12    –   10   14  3    3 ×');
    expect(lines).toContain('  baseline       4    –    2    6  3');
  });

  it('says what was measured against what, and where', () => {
    const text = tableText(document);
    expect(text).toContain('answer: answer until durable');
    expect(text).toContain('baseline: append and fsync');
    expect(text).toContain('Electron 33.2.1, the test runtime, as root without sandbox');
  });

  it('writes numbers with three digits that count', () => {
    expect([0.123_45, 1.236, 12.36, 123.6, 12_345.6].map(written)).toEqual([
      '0.123',
      '1.24',
      '12.4',
      '124',
      '12346',
    ]);
  });
});
