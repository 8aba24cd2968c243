import { stepsOf } from '../../../domain/lesson-progress.ts';
import { checkPackSource } from '../../../content/build/build-pack.ts';
import { authorsDisk } from '../../../content/build/authors-disk.ts';
import { placeProblems } from '../../../content/build/find-line.ts';
import { readLesson } from '../../../content/build/read-source.ts';
import type { Disk } from '../../../content/disk/disk.ts';
import { kioskContract } from '../../../shared/contracts/ipc/contract.ts';
import type { Lesson } from '../../../shared/contracts/lesson.ts';
import type { PackManifest } from '../../../shared/contracts/pack-manifest.ts';
import type { PreviewAsk, PreviewState } from '../../../shared/contracts/preview-api.ts';
import { ReanError } from '../../../shared/errors.ts';
import { sittingIdSchema } from '../../../shared/ids.ts';
import { normalizeAnswer } from '../../../station/khmer/normalize-answer.ts';
import { answerItem } from '../../../station/lessons/lesson-run.ts';
import type { LessonRun } from '../../../station/lessons/lesson-run.ts';

/** Nobody sits here, and nothing is recorded. */
const sitting = sittingIdSchema.parse('si-0000000000000000');

/**
 * A source folder as it stands, with one run of one of its lessons, marked as a station marks it
 * ([AUT5]). Each question reads the folder anew, so that what was just written is what is played.
 */
export class PreviewDesk {
  /** As its author wrote it. */
  readonly #written: Disk;
  readonly #disk: Disk;
  readonly #folder: string;
  #run: LessonRun | null = null;

  constructor(disk: Disk, folder: string) {
    this.#written = disk;
    this.#disk = authorsDisk(disk);
    this.#folder = folder;
  }

  async state(): Promise<PreviewState> {
    const checked = await checkPackSource(this.#disk, this.#folder);
    if (checked.kind === 'refused') {
      const problems = await placeProblems(this.#written, this.#folder, checked.problems);
      return { kind: 'faulty', problems: [...problems] };
    }
    const { id: pack, version, title, items } = checked.manifest;
    const lessons = [];
    for (const item of items) {
      if (item.kind !== 'lesson') continue;
      const steps = stepsOf(await this.#read(item.id));
      const shown = steps.map(({ item: { id, type, prompt } }) => ({ id, type, prompt }));
      lessons.push({ id: item.id, title: item.title, items: shown });
    }
    return { kind: 'sound', pack, version, title, lessons };
  }

  /** A file the pack would hold; null for any other. */
  async file(path: string): Promise<{ readonly bytes: Uint8Array; readonly mime: string } | null> {
    const manifest = await this.#manifest();
    const listed = manifest.files.find((file) => file.path === path);
    if (listed === undefined) return null;
    const bytes = await this.#disk.readFile(`${this.#folder}/${path}`);
    return bytes === null ? null : { bytes, mime: listed.mime };
  }

  /** @throws ReanError `lesson.invalid` while the source has mistakes; `shape.invalid` */
  async answer(ask: PreviewAsk): Promise<unknown> {
    switch (ask.name) {
      case 'preview.begin':
        this.#run = beginAt(await this.#open(ask.input.lesson), ask.input.item);
        return null;
      case 'lesson.open': {
        const { lesson } = kioskContract.commands['lesson.open'].input.parse(ask.input);
        const run = await this.#open(lesson);
        this.#run = run;
        return viewOf(run);
      }
      case 'lesson.answer': {
        const given = kioskContract.commands['lesson.answer'].input.parse(ask.input);
        if (this.#run === null) throw new ReanError('lesson.item-unknown', { item: given.item });
        const { marked, after } = answerItem(this.#run, given, normalizeAnswer);
        this.#run = after;
        return marked;
      }
    }
  }

  /** Goes on with the run in hand, with the lesson's words as they are now. */
  async #open(id: string): Promise<LessonRun> {
    const { id: pack, version } = await this.#manifest();
    const lesson = await this.#read(id);
    const items = this.#run?.lesson.id === id && !this.#run.completed ? this.#run.items : {};
    return { sitting, pack, version, lesson, run: 1, items, completed: false };
  }

  async #manifest(): Promise<PackManifest> {
    const checked = await checkPackSource(this.#disk, this.#folder);
    if (checked.kind === 'built') return checked.manifest;
    const [first] = checked.problems;
    throw new ReanError('lesson.invalid', { path: first?.file ?? '', at: first?.at ?? '' });
  }

  async #read(id: string): Promise<Lesson> {
    const read = await readLesson(this.#disk, this.#folder, id);
    if (read.kind === 'read') return read.value;
    throw new ReanError('lesson.invalid', { path: read.problems[0]?.file ?? '', at: '' });
  }
}

/** Everything before an item counts as done. */
function beginAt(run: LessonRun, item: string): LessonRun {
  const ids = stepsOf(run.lesson).map((step) => step.item.id);
  const before = ids.slice(0, Math.max(0, ids.indexOf(item)));
  const items = Object.fromEntries(
    before.map((id) => [id, { tries: 1, outcome: 'right' as const }]),
  );
  return { ...run, items };
}

function viewOf({ pack, version, lesson, run, items }: LessonRun) {
  const key = `${pack}/${lesson.id}`;
  // The page puts its own address in this one's place.
  return { key, pack, version, run, base: 'pack://preview/', lesson, items };
}
