import { describe, expect, it } from 'vitest';
import { createReporter, formatBytes } from './reporter.ts';

function written(isTTY: boolean): {
  output: { isTTY: boolean; write(text: string): void };
  text(): string;
} {
  const parts: string[] = [];
  return { output: { isTTY, write: (part) => void parts.push(part) }, text: () => parts.join('') };
}

describe('progress', () => {
  it('is told in megabytes, with the total where it is known', () => {
    expect(formatBytes(83_100_000, 196_264_810)).toBe('83.1 of 196.3 MB');
    expect(formatBytes(83_100_000, undefined)).toBe('83.1 MB');
  });

  it('rewrites one line in a terminal, and the next sentence starts a new one', () => {
    const { output, text } = written(true);
    const reporter = createReporter(output);
    reporter.progress('Electron', 1_000_000, undefined);
    reporter.progress('Electron', 2_000_000, undefined);
    reporter.say('Done.');
    expect(text()).toBe('\r  Electron: 1.0 MB\u001B[K\r  Electron: 2.0 MB\u001B[K\nDone.\n');
  });

  it('writes a line for each 20 MB into a log', () => {
    const { output, text } = written(false);
    const reporter = createReporter(output);
    for (const megabytes of [1, 2, 21, 22, 45]) {
      reporter.progress('Electron', megabytes * 1_000_000, undefined);
    }
    expect(text()).toBe('  Electron: 1.0 MB\n  Electron: 21.0 MB\n  Electron: 45.0 MB\n');
  });
});
