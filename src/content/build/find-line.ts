import { join } from 'node:path';
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { Disk } from '../disk/disk.ts';
import type { Problem } from './problem.ts';

/** Where an author has to look: the file as it is called in the source folder, and the line in it. */
export interface Spot {
  readonly file: string;
  /** From 1; null where the file isn't there, or the whole of it is meant. */
  readonly line: number | null;
}

/** A problem as it is told. */
export interface PlacedProblem extends Spot, Pick<Problem, 'at' | 'problem' | 'fix'> {}

/** Where something is that was found in a file. */
export type Place = Pick<Problem, 'file' | 'at' | 'line'>;

/** Problems by the file and line their author wrote. */
export function placeProblems(
  disk: Disk,
  folder: string,
  problems: readonly Problem[],
): Promise<readonly PlacedProblem[]> {
  const spotOf = spotFinder(disk, folder);
  return Promise.all(
    problems.map(async (found) => {
      const { at, problem, fix } = found;
      return { ...(await spotOf(found)), at, problem, fix };
    }),
  );
}

/** Finds lines in the JSON or YAML an author wrote ([AUT2]); reads each file once, however much is found in it. */
export function spotFinder(disk: Disk, folder: string): (place: Place) => Promise<Spot> {
  const read = new Map<string, Promise<Written | null>>();
  return async ({ file, at, line }) => {
    const reading = read.get(file) ?? writtenFile(disk, folder, file);
    read.set(file, reading);
    const written = await reading;
    if (written === null) return { file, line: line ?? null };
    return { file: written.name, line: line ?? (at === null ? null : lineOf(written, at)) };
  };
}

/** A file as its author wrote it. */
interface Written {
  readonly name: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** JSON is YAML too, so one parser that remembers places does for both. */
async function writtenFile(disk: Disk, folder: string, file: string): Promise<Written | null> {
  if (!file.endsWith('.json')) return null;
  for (const name of [file, file.replace(/\.json$/, '.yaml')]) {
    const bytes = await disk.readFile(join(folder, name));
    if (bytes === null) continue;
    const lines = new LineCounter();
    const document = parseDocument(new TextDecoder().decode(bytes), { lineCounter: lines });
    return { name, document, lines };
  }
  return null;
}

function lineOf({ document, lines }: Written, at: string): number | null {
  const steps = at
    .split(/[.[\]]/u)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/u.test(step) ? Number(step) : step));
  // What is missing has no place of its own: the nearest thing around it has.
  for (let length = steps.length; length >= 0; length -= 1) {
    const start = startOf(document, steps.slice(0, length));
    if (start !== null) return lines.linePos(start).line;
  }
  return null;
}

/** Where a member's own name stands, or else the thing itself. */
function startOf(document: Document, steps: readonly (string | number)[]): number | null {
  const around: unknown = document.getIn(steps.slice(0, -1), true);
  const names = isMap(around) ? around.items.map(({ key }) => key) : [];
  const name = names.find((key) => isScalar(key) && key.value === steps.at(-1));
  if (isNode(name) && name.range) return name.range[0];
  const node: unknown = document.getIn(steps, true);
  return isNode(node) && node.range ? node.range[0] : null;
}
