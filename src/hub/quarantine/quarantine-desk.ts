import { Subject } from 'rxjs';
import type { EventFormat } from '../../sync/envelope/event.ts';
import { quarantinePageSize, takesVouching } from '../../shared/contracts/quarantine.ts';
import type { Grounds } from '../../shared/contracts/erasure.ts';
import type {
  Decided,
  DecisionKind,
  DecisionOutcome,
  QuarantineDecision,
  QuarantineReason,
} from '../../shared/contracts/quarantine.ts';
import { ReanError } from '../../shared/errors.ts';
import { eventIdSchema } from '../../shared/ids.ts';
import type { EventId } from '../../shared/ids.ts';
import type { Intake } from '../intake/intake.ts';
import { judgeEvent } from '../intake/judge-event.ts';
import type { Trust } from '../intake/judge-event.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { Asker } from '../office/office-change.ts';
import { carriedSchema } from '../guard/bodies.ts';
import { HeldList, learnerOf } from './held-list.ts';
import type { HeldListOptions } from './held-list.ts';
import { documentOf } from './quarantine.ts';
import type { Quarantined } from './quarantine.ts';

/** Reasons that may go away when stations and keys come back. */
const unknown: readonly QuarantineReason[] = ['unknown-origin', 'unknown-key'];

export interface QuarantineDeskOptions extends HeldListOptions {
  readonly office: SiteOffice;
  readonly intake: Intake;
  readonly trust: Trust;
  readonly format: EventFormat;
}

/** A decision, and who made it. */
export interface Deciding extends QuarantineDecision, Pick<Asker, 'command'> {
  readonly by: Decided['by'];
  /** Who vouches beside them; null where nobody does. */
  readonly second: Grounds['second'];
}

export interface Outcome {
  readonly content: string;
  readonly outcome: DecisionOutcome;
}

/**
 * Where people decide over what the hub holds back. A decision is in the journal
 * before anything comes of it, and what comes of it is a function of the journal ([HUB15]).
 */
export class QuarantineDesk {
  readonly #options: QuarantineDeskOptions;
  /** Where they look at it first. */
  readonly list: HeldList;
  #turn: Promise<unknown> = Promise.resolve();
  /** After a decision was carried out: there may be something to take in and to fold. */
  readonly carriedOut$ = new Subject<void>();

  constructor(options: QuarantineDeskOptions) {
    this.#options = options;
    this.list = new HeldList(options);
  }

  /** Contents nobody has decided over. */
  open(): Promise<number> {
    return this.list.open();
  }

  /**
   * Decides over contents, in one entry of the journal, and carries it out.
   * @throws ReanError `permission.second` where one person alone lets count what takes two
   */
  decide(deciding: Deciding): Promise<readonly Outcome[]> {
    return this.#inTurn(async () => {
      const { kind, contents, reason, who, by, command, second } = deciding;
      const outcomes: Outcome[] = [];
      for (const content of new Set(contents)) {
        if (kind === 'release' && second === null) await this.#demandNoSecond(content);
        outcomes.push({ content, outcome: await this.#wouldBe(kind, content) });
      }
      const effective = outcomes
        .filter(({ outcome }) => outcome === 'released' || outcome === 'rejected')
        .map(({ content }) => content);
      if (effective.length > 0) {
        const decision = { kind, contents: effective, reason, who };
        await this.#options.office.record({
          type: 'quarantine.decided',
          by,
          ...(command ? { command } : {}),
          ...(second ? { grounds: { learner: null, reason, who, second } } : {}),
          decision,
          documents: () => [],
        });
      }
      await this.#carryOut();
      return outcomes;
    });
  }

  /**
   * Releases what was held back only because its station or key was not known, and now is, as after
   * a restore ([REC5]).
   */
  async releaseKnown(): Promise<void> {
    const { intake, quarantine, decisions, trust, format } = this.#options;
    // What came a moment before its key is held back only now.
    await intake.pageTaken();
    for (let after: string | null = null; ;) {
      const page: readonly Quarantined[] = await quarantine.page(after, quarantinePageSize);
      const contents: string[] = [];
      for (const held of page) {
        if (!unknown.includes(held.reason) || decisions.of(held._id) !== null) continue;
        const { verdict } = await judgeEvent(documentOf(held), trust, format);
        if (verdict !== 'bad') contents.push(held._id);
      }
      const reason = 'Its station or key has come back after a restore.';
      if (contents.length > 0) {
        const nobody = { who: null, second: null };
        await this.decide({ kind: 'release', contents, reason, ...nobody, by: 'recovery' });
      }
      after = page.at(-1)?._id ?? null;
      if (page.length < quarantinePageSize) return;
    }
  }

  /** Carries out what the journal holds and the index doesn't, as after a power cut in between. */
  carryOut(): Promise<void> {
    return this.#inTurn(() => this.#carryOut());
  }

  async #carryOut(): Promise<void> {
    const { decisions, intake } = this.#options;
    const undone = await decisions.undone();
    if (undone === null) return;
    const ids: EventId[] = [];
    for (const hash of undone.contents) {
      const held = await this.#options.quarantine.get(hash);
      const id = eventIdSchema.safeParse(held?.id);
      if (!held || !id.success) continue;
      ids.push(id.data);
      if (decisions.of(hash)?.kind === 'release') await this.#letIn(held);
    }
    await intake.judgeAgain(ids, undone.writes);
    decisions.noteDone(undone);
    this.carriedOut$.next();
  }

  /** What was stopped at the door is in no segment yet. */
  async #letIn(held: Quarantined): Promise<void> {
    if (held.segment !== null) return;
    const document = carriedSchema.safeParse(documentOf(held));
    const { segments } = this.#options;
    const newest = segments.readers.at(-1);
    if (!document.success || !newest) return;
    const over = segments.pushing(newest.segment);
    await newest.carry([document.data]);
    over();
  }

  async #wouldBe(kind: DecisionKind, hash: string): Promise<DecisionOutcome> {
    const held = await this.#options.quarantine.get(hash);
    if (held === null) return 'not-held';
    if (this.#options.decisions.of(hash)?.kind === kind) return 'already';
    return kind === 'reject' ? 'rejected' : await this.#ifReleased(held);
  }

  /** Judged again as though it were released: only what can count then can be. */
  async #ifReleased(held: Quarantined): Promise<DecisionOutcome> {
    const { trust, format } = this.#options;
    const release = (): Decided => ({
      kind: 'release',
      reason: '',
      by: 'console',
      who: null,
      wallMs: 0,
      hubSeq: this.#options.office.journal.nextHubSeq,
    });
    const judgement = await judgeEvent(documentOf(held), { ...trust, decided: release }, format);
    if (judgement.verdict !== 'bad') return 'released';
    const { reason } = judgement;
    return reason === 'unknown-key' || reason === 'wrong-key' ? reason : 'unreadable';
  }

  /** As it stands now: its station may have become known since, and was right then ([PRM4]). */
  async #demandNoSecond(hash: string): Promise<void> {
    const { trust, format, quarantine } = this.#options;
    const held = await quarantine.get(hash);
    if (held === null || learnerOf(held) === null) return;
    const undecided = { ...trust, decided: () => null };
    const judgement = await judgeEvent(documentOf(held), undecided, format);
    if (judgement.verdict !== 'bad' || !takesVouching(judgement.reason)) return;
    throw new ReanError('permission.second', { problem: 'missing' });
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
