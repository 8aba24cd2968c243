import { firstValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Actor } from '../../domain/permissions.ts';
import { may } from '../../domain/permissions.ts';
import { hardestItems, itemsReport } from '../../domain/reports/items-report.ts';
import { makeReport } from '../../domain/reports/make-report.ts';
import type { ReportGround } from '../../domain/reports/report-ground.ts';
import type { ListFile } from '../../shared/contracts/ipc/list-views.ts';
import type {
  Report,
  ReportChoice,
  ReportFormat,
} from '../../shared/contracts/ipc/report-views.ts';
import { ReanError } from '../../shared/errors.ts';
import type { GroupId, Language, LearnerId } from '../../shared/ids.ts';
import type { Directory } from '../directory/directory.ts';
import { normalizeAnswer } from '../khmer/normalize-answer.ts';
import type { Summaries } from '../learners/summary-index.ts';
import type { LessonShelf } from '../lessons/lesson-shelf.ts';
import { withWords } from './item-words.ts';
import { reportFile } from './report-file.ts';
import { reportGround } from './report-ground.ts';

export interface ReportSources {
  readonly directory$: Observable<Directory>;
  readonly summaries$: Observable<Summaries>;
  readonly labDate$: Observable<string | null>;
  readonly shelf: LessonShelf;
}

interface Made {
  readonly number: number;
  readonly report: Report;
  readonly learners: readonly LearnerId[];
  readonly groups: readonly GroupId[];
  readonly today: string | null;
}

/** What a window asks a file of. */
export interface FileAsk {
  readonly number: number;
  readonly format: ReportFormat;
  readonly language: Language;
}

/**
 * The reports of one window: the last one stays, so that what is saved of it is what stands on the screen,
 * whatever learners did meanwhile ([RPT1]).
 */
export class ReportDesk {
  readonly #sources: ReportSources;
  /** Of the newest that was asked for: what was asked before it and comes later is nobody's. */
  #asked = 0;
  #made: Made | null = null;

  constructor(sources: ReportSources) {
    this.#sources = sources;
  }

  /** @throws ReanError as {@link reportGround} */
  async make(
    actor: Actor,
    choice: ReportChoice,
  ): Promise<{
    readonly number: number;
    readonly report: Report;
    readonly today: string | null;
  }> {
    this.#asked += 1;
    const number = this.#asked;
    const { directory$, summaries$, labDate$, shelf } = this.#sources;
    const directory = await firstValueFrom(directory$);
    const today = await firstValueFrom(labDate$);
    const known = await firstValueFrom(summaries$);
    const { catalogue } = shelf;
    const ground = reportGround({ directory, known, catalogue, today }, actor, choice);
    const report = makeReport(choice, ground) ?? (await this.#itemsOf(choice, ground));
    const made = {
      number,
      report,
      learners: ground.learners.map(({ learner }) => learner),
      groups: ground.groups.map(({ group }) => group),
      today,
    };
    if (number === this.#asked) this.#made = made;
    return { number, report, today };
  }

  async #itemsOf(choice: ReportChoice, ground: ReportGround): Promise<Report> {
    const items = hardestItems(ground, normalizeAnswer);
    return itemsReport(choice, ground, await withWords(items, this.#sources.shelf));
  }

  /**
   * The report that was made last, as a file.
   * @throws ReanError `report.changed` where another was made since, somebody in it is not here any more,
   * or not within reach
   */
  async file(actor: Actor, { number, format, language }: FileAsk): Promise<ListFile> {
    const made = this.#made;
    const directory = await firstValueFrom(this.#sources.directory$);
    if (made?.number !== number || !isStillTheirs(made, actor, directory)) {
      throw new ReanError('report.changed');
    }
    return reportFile(made.report, { format, language, today: made.today });
  }

  /** Whoever comes next finds nothing of it. */
  forget(): void {
    this.#asked += 1;
    this.#made = null;
  }
}

function isStillTheirs({ learners, groups }: Made, actor: Actor, directory: Directory): boolean {
  const reached = new Set(groups.filter((group) => isReached(group, actor, directory)));
  return (
    reached.size === groups.length &&
    learners.every((learner) => {
      const account = directory.learners.get(learner);
      return account !== undefined && !account.disabled && reached.has(account.group);
    })
  );
}

function isReached(group: GroupId, actor: Actor, { groups }: Directory): boolean {
  const known = groups.get(group);
  return (
    known !== undefined &&
    may(actor, 'report.save', { groups: [group], scopes: [known.scope ?? 'men'] })
  );
}
