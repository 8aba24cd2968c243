import { readXml } from './read-xml.ts';

/** How a workbook says that a number is a date. */
export interface DateCells {
  /** Places of the cell styles that show a number as a date. */
  readonly styles: ReadonlySet<number>;
  /** Days are counted from 1904 and not from 1900. */
  readonly from1904: boolean;
}

/** Formats every program knows without being told: dates, also those of other calendars, and no times. */
const isKnownDate = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The cell styles that show dates. @throws TableError `not-a-table` */
export async function readDateStyles(
  stream: AsyncIterable<Uint8Array>,
): Promise<ReadonlySet<number>> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let within = false;
  await readXml(stream, {
    open({ name, attributes }) {
      if (name === 'cellXfs') within = true;
      const id = Number(attributes['numFmtId']);
      if (name === 'numFmt') codes.set(id, attributes['formatCode'] ?? '');
      if (name === 'xf' && within) styles.push(id);
    },
    close(name) {
      if (name === 'cellXfs') within = false;
    },
  });
  const isDate = (id: number) => isKnownDate(id) || saysDate(codes.get(id) ?? '');
  return new Set([...styles.keys()].filter((place) => isDate(styles[place] ?? 0)));
}

/** A year or a day in it, but for what is quoted, escaped or in brackets. */
function saysDate(code: string): boolean {
  return /[yd]/i.test(code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}

const dayMs = 86_400_000;
/** As programs count: the 1st of January 1900 is day 1, and a 29th of February 1900 that never was is day 60. */
const zero = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) };
const lastDay = 2_958_465;

/** A day as `1990-12-31`; what is no day is left as it is. */
export function dayIn(value: string, { from1904 }: DateCells): string {
  const day = Number(value);
  if (value === '' || !(day >= 1 && day <= lastDay)) return value;
  const at = (from1904 ? zero.from1904 : zero.from1900) + Math.floor(day) * dayMs;
  return new Date(at).toISOString().slice(0, 10);
}
