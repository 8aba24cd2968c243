import type { BenchDocument } from './document.ts';
import type { Figure } from './figure.ts';
import type { Summary } from './statistics.ts';

const significantDigits = 3;

/** A number as a person compares it: three digits that count, whole from a hundred on. */
export function written(value: number | null): string {
  if (value === null) return '–';
  if (Math.abs(value) >= 100) return String(Math.round(value));
  return String(Number(value.toPrecision(significantDigits)));
}

const heads = ['', 'median', 'p95', 'min', 'max', 'n', 'ratio'] as const;

function row(label: string, { p50, p95, min, max, count }: Summary, ratio: string): string[] {
  return [label, written(p50), written(p95), written(min), written(max), String(count), ratio];
}

function rowsOf({ name, unit, measured, baseline, ratio }: Figure): string[][] {
  return [
    row(`${name}, ${unit}`, measured, ratio === null ? '–' : `${written(ratio)} ×`),
    row('  baseline', baseline, ''),
  ];
}

/** Columns as wide as their widest cell; all but the first stand to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map((cells) => (cells[column] ?? '').length));
  const widths = heads.map((_, column) => width(column));
  return rows.map((cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

function surroundingsLines({ surroundings, seconds, runs, load }: BenchDocument): string[] {
  const { machine, node, electron, rean, root } = surroundings;
  const runtime = electron.source === 'test' ? ', the test runtime' : '';
  return [
    `Rean ${rean.version} (${rean.commit ?? 'no checkout'}), ${runs} runs in ${Math.round(seconds)} s`,
    `${machine.cores} cores of ${machine.processor}, ${machine.memoryMb} MB, ${machine.disk}, ${machine.platform}`,
    `Node ${node}, Electron ${electron.version}${runtime}${root ? ', as root without sandbox' : ''}`,
    `Load before ${written(load.before)}, after ${written(load.after)}. Whatever else ran is in every figure: compare ratios.`,
  ];
}

/** The report for a person: surroundings, figures, and what each of them is. */
export function tableText(document: BenchDocument): string {
  const { figures } = document;
  const table = aligned([[...heads], ...figures.flatMap(rowsOf)]);
  const meanings = figures.flatMap(({ name, title, baseline }) => [
    `${name}: ${title}`,
    `  baseline: ${baseline.title}`,
  ]);
  return [...surroundingsLines(document), '', ...table, '', ...meanings].join('\n');
}
