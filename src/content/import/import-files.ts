import { join } from 'node:path';
import { isReanError, ReanError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { H5pPlayerPack } from '../../shared/contracts/h5p.ts';
import type { PackSource } from '../../shared/contracts/pack-manifest.ts';
import type { Semver } from '../../shared/ids.ts';
import { placeProblems } from '../build/find-line.ts';
import { readPackSource, sourceName } from '../build/read-source.ts';
import { withStoreErrors } from '../store/store-error.ts';
import { coverDrawing } from './cover-drawings.ts';
import { findGiven } from './find-given.ts';
import type { Given } from './find-given.ts';
import { openExtraLibraries } from './h5p/extra-libraries.ts';
import type { ExtraLibraries } from './h5p/extra-libraries.ts';
import type { ForeignFile } from './foreign-file.ts';
import { importListName, isStillListed, readImportList, writeImportList } from './import-list.ts';
import type { ImportedFile } from './import-list.ts';
import type { Importer, ImportNote, ImportWants } from './importer.ts';
import { openForeign } from './open-foreign.ts';
import type { OpenForeign } from './open-foreign.ts';
import { importers } from './registry.ts';
import { coursePicturePath, newSource, SourceDraft, stillToFill } from './source-draft.ts';
import type { PackWords, ToFill } from './source-draft.ts';
import { recoverImports, Staging } from './staging.ts';
import type { StagingTools } from './staging.ts';
import { takeIn } from './take-in.ts';
import type { TakenThing } from './take-in.ts';

export interface ImportTools extends StagingTools {
  readonly appVersion: Semver;
}

export interface ImportRequest {
  /** Files and folders somebody named. */
  readonly paths: readonly string[];
  /** The pack's source folder: begun where it is empty or not there, else added to. */
  readonly into: string;
  /** A file that came before under its name, and is another now, takes the place of what came. */
  readonly replace: boolean;
  readonly words: PackWords;
  readonly h5p?: H5pWants;
  /** Where what comes has to be of one kind: any other file is refused. */
  readonly only?: Importer;
}

/** What packages of H5P are played with. */
export interface H5pWants {
  /** Null for the usual player. */
  readonly player: H5pPlayerPack | null;
  /** Packages that hold libraries which others lack. */
  readonly libraries: readonly string[];
}

/** What became of one file. */
export interface FileReport {
  readonly file: string;
  /** Null where nobody knew it. */
  readonly kind: string | null;
  /** `already`: the same content came before, and is still there. */
  readonly outcome: 'imported' | 'already' | 'refused';
  readonly things: readonly TakenThing[];
  readonly notes: readonly ImportNote[];
  readonly licence: string | null;
  readonly error: ReanError | null;
}

export interface ImportReport {
  readonly pack: string;
  readonly into: string;
  /** Whether the source folder was begun. */
  readonly begun: boolean;
  readonly files: readonly FileReport[];
  readonly toFill: readonly ToFill[];
}

/**
 * Imports files made by others into a pack's source folder ([FRN1]). A file that is refused is told in the report and
 * leaves nothing behind; the others come. Throws `pack.file-missing` where a path names nothing, `import.target`
 * where `into` is no source, `store.in-use`, `store.full` and `store.unopenable`: nothing is changed then ([FRN3]).
 */
export async function importFiles(
  tools: ImportTools,
  request: ImportRequest,
): Promise<ImportReport> {
  return withStoreErrors(request.into, () => importInto(tools, request));
}

async function importInto(tools: ImportTools, request: ImportRequest): Promise<ImportReport> {
  const { into } = request;
  const given = await findGiven(tools.disk, request.paths);
  await recoverImports(tools, into);
  const target = await readTarget(tools, request);
  const draft = new SourceDraft(target.source, request.words.course);
  const staging = await Staging.begin(tools, into);
  let extra: ExtraLibraries | null = null;
  try {
    extra = await openExtraLibraries(tools.disk, request.h5p?.libraries ?? []);
    const wants = { h5pPlayer: request.h5p?.player ?? null, h5pLibraries: extra.libraries };
    const run = new ImportRun(tools, request, { draft, staging, list: target.list, wants });
    const files: FileReport[] = [];
    for (const one of given) files.push(await run.take(one));
    if (files.some(({ outcome }) => outcome === 'imported')) await run.commit(target);
    const begun = target.before === null;
    return { pack: draft.source.id, into, begun, files, toFill: stillToFill(draft.source) };
  } finally {
    extra?.close();
    await staging.end();
  }
}

interface Target {
  readonly source: PackSource;
  /** `pack.source.json` as it was read; null where it is begun. */
  readonly before: Uint8Array | null;
  readonly list: readonly ImportedFile[];
}

async function readTarget(
  { disk, appVersion }: ImportTools,
  { into, words }: ImportRequest,
): Promise<Target> {
  const before = await disk.readFile(join(into, sourceName));
  if (before === null) {
    const [other] = (await disk.list(into)).filter(({ name }) => !name.startsWith('.'));
    if (other !== undefined) {
      throw new ReanError('import.target', { reason: 'not-a-source', into, holds: other.name });
    }
    return { source: newSource(words, into, appVersion), before, list: [] };
  }
  if (isOfNewPack(words)) throw new ReanError('import.target', { reason: 'begun', into });
  const read = await readPackSource(disk, into);
  if (read.kind === 'read') {
    return { source: read.value, before, list: await readImportList(disk, into) };
  }
  const [first] = await placeProblems(disk, into, read.problems);
  const { file = sourceName, line = null, at = null, problem, fix } = first ?? {};
  const told = { problem: problem?.en ?? '', fix: fix?.en ?? '' };
  throw new ReanError('import.target', { reason: 'faulty', into, file, line, at, ...told });
}

/** Words that only a pack which is begun can take: its own are kept. */
const isOfNewPack = ({ id, titleKm, titleEn, licence, publisher }: PackWords) =>
  [id, titleKm, titleEn, licence, publisher].some((word) => word !== undefined);

interface Under {
  readonly draft: SourceDraft;
  readonly staging: Staging;
  readonly list: readonly ImportedFile[];
  readonly wants: ImportWants;
}

class ImportRun {
  readonly #tools: ImportTools;
  readonly #request: ImportRequest;
  readonly #draft: SourceDraft;
  readonly #staging: Staging;
  readonly #wants: ImportWants;
  #list: readonly ImportedFile[];

  constructor(tools: ImportTools, request: ImportRequest, { draft, staging, list, wants }: Under) {
    this.#tools = tools;
    this.#request = request;
    this.#draft = draft;
    this.#staging = staging;
    this.#wants = wants;
    this.#list = list;
  }

  /** Takes one file in, or says why not; only what is not the file's fault is thrown. */
  async take(given: Given): Promise<FileReport> {
    let kind: string | null = null;
    try {
      const opened = await openForeign(this.#tools.disk, given);
      try {
        const same = this.#list.find(({ sha256 }) => sha256 === opened.sha256);
        if (same !== undefined && isStillListed(same, this.#draft.source)) {
          return { ...empty(given, same.kind), outcome: 'already' };
        }
        const importer = await recognise(opened.file, this.#request.only);
        kind = importer.kind;
        return await this.#read(given, importer, opened);
      } finally {
        opened.close();
      }
    } catch (error) {
      if (!isReanError(error) || !ofTheFile.has(error.code)) throw error;
      return { ...empty(given, kind), outcome: 'refused', error };
    }
  }

  async #read(given: Given, importer: Importer, opened: OpenForeign): Promise<FileReport> {
    const { key } = given;
    const earlier = this.#list.find(({ file }) => file === key) ?? null;
    const isThere = earlier !== null && isStillListed(earlier, this.#draft.source);
    if (isThere && !this.#request.replace) {
      throw new ReanError('import.changed', { file: key });
    }
    const imported = await importer.read(opened.file, this.#wants);
    const place = { draft: this.#draft, staging: this.#staging };
    const things = await takeIn(place, { key, earlier }, imported);
    const entry: ImportedFile = {
      file: key,
      sha256: opened.sha256,
      kind: importer.kind,
      things: things.map(({ name, id }) => ({ name, id })),
    };
    this.#list = [...this.#list.filter(({ file }) => file !== key), entry];
    const { notes, licence } = imported;
    return { ...empty(given, importer.kind), outcome: 'imported', things, notes, licence };
  }

  async commit({ before }: Target): Promise<void> {
    const usesDrawing = this.#draft.source.courses.some(
      ({ picture }) => picture.src === coursePicturePath,
    );
    if (before === null && usesDrawing) {
      const drawing = new TextDecoder().decode(coverDrawing('book'));
      await this.#staging.writeText(coursePicturePath, drawing);
    }
    await this.#staging.writeText(importListName, writeImportList(this.#list));
    await this.#staging.commit(before, `${JSON.stringify(this.#draft.source, null, 2)}\n`);
  }
}

const empty = ({ key }: Given, kind: string | null) =>
  ({ file: key, kind, things: [], notes: [], licence: null, error: null }) as const;

/** Codes that say something of the file, not of this PC. */
const ofTheFile: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'pack.file-missing',
  'pack.unsafe-path',
  'pack.archive-invalid',
  'pack.too-large',
  'import.unknown',
  'import.unreadable',
  'import.unsupported',
  'import.nothing',
  'import.changed',
]);

async function recognise(file: ForeignFile, only?: Importer): Promise<Importer> {
  for (const importer of only === undefined ? importers : [only]) {
    if (await importer.recognise(file)) return importer;
  }
  throw new ReanError('import.unknown', { file: file.name, wanted: only?.kind ?? null });
}
