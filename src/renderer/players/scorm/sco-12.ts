import { Scorm12API } from 'scorm-again/min';
import * as z from 'zod';
import { outcomeOf12, saysIfDone } from '../../../domain/scorm/item-outcome.ts';
import type { LaunchableItem } from '../../../domain/scorm/scorm-package.ts';
import type { ItemState } from './course-state.ts';
import { textOfSaid } from './sco.ts';
import type { Request, Sco, ScoApi, ScoEvents, ToldLearner } from './sco.ts';

/** What of the runtime's own form is read here. */
const keptSchema = z.looseObject({
  core: z.looseObject({
    lesson_status: z.string().default(''),
    exit: z.string().default(''),
    total_time: z.string().default(''),
    lesson_location: z.string().default(''),
    score: z.looseObject({ raw: z.string(), min: z.string(), max: z.string() }).partial(),
  }),
});

/** An item of SCORM 1.2 while it is open. */
export class Sco12 implements Sco {
  readonly item: LaunchableItem;
  readonly name = 'API';
  readonly api: ScoApi;
  readonly #learner: ToldLearner;
  readonly #events: ScoEvents;
  #runtime: Scorm12API;
  #kept: ItemState;

  constructor(item: LaunchableItem, kept: ItemState, learner: ToldLearner, events: ScoEvents) {
    this.item = item;
    this.#kept = kept;
    this.#learner = learner;
    this.#events = events;
    this.#runtime = this.#start();
    this.api = this.#names();
  }

  state(): ItemState {
    if (this.#runtime.isNotInitialized()) return this.#kept;
    const { cmi } = z.object({ cmi: keptSchema }).parse(this.#runtime.renderCommitCMI(true));
    const { lesson_status: status, score } = cmi.core;
    const said = saysIfDone(status);
    return { ...this.#kept, cmi, status, said, ...outcomeOf12(status, score) };
  }

  close(): void {
    if (this.#runtime.isInitialized()) this.#finish();
  }

  /** Content that begins again after it ended, as some do on each of their pages, goes on where it was. */
  #initialize(): string {
    if (this.#runtime.isTerminated()) {
      this.#kept = this.state();
      this.#runtime = this.#start();
    }
    const answer = this.#runtime.lmsInitialize('');
    if (answer === 'true') this.#events.changed();
    return answer;
  }

  #finish(): string {
    const answer = this.#runtime.lmsFinish('');
    if (answer === 'true') this.#events.ended(requestOf(this.#runtime.nav.event));
    return answer;
  }

  #set(element: unknown, value: unknown): string {
    const answer = this.#runtime.lmsSetValue(textOfSaid(element), textOfSaid(value));
    if (answer === 'true') this.#events.changed();
    return answer;
  }

  #commit(): string {
    const answer = this.#runtime.lmsCommit('');
    if (answer === 'true') this.#events.changed();
    return answer;
  }

  #names(): ScoApi {
    return {
      LMSInitialize: () => this.#initialize(),
      LMSFinish: () => this.#finish(),
      LMSGetValue: (element) => textOfSaid(this.#runtime.lmsGetValue(textOfSaid(element))),
      LMSSetValue: (element, value) => this.#set(element, value),
      LMSCommit: () => this.#commit(),
      LMSGetLastError: () => this.#runtime.lmsGetLastError(),
      LMSGetErrorString: (code) => this.#runtime.lmsGetErrorString(textOfSaid(code)),
      LMSGetDiagnostic: (code) => this.#runtime.lmsGetDiagnostic(textOfSaid(code)),
    };
  }

  #start(): Scorm12API {
    const runtime = new Scorm12API({ autocommit: false, lmsCommitUrl: false, logLevel: 5 });
    runtime.loadFromJSON(launchedWith(this.item, this.#kept, this.#learner), 'cmi');
    return runtime;
  }
}

function launchedWith(item: LaunchableItem, { cmi }: ItemState, learner: ToldLearner) {
  const kept = keptSchema.safeParse(cmi).data;
  // Only what was left half done is gone on with; who comes back to what is done begins anew.
  const done =
    kept !== undefined && kept.core.exit !== 'suspend' && isDone(kept.core.lesson_status);
  const before = done ? undefined : kept;
  return {
    ...before,
    launch_data: item.launchData ?? '',
    student_data: {
      mastery_score: item.masteryScore === null ? '' : String(item.masteryScore),
      max_time_allowed: item.maxTimeAllowed ?? '',
      time_limit_action: item.timeLimitAction ?? '',
    },
    core: {
      ...before?.core,
      ...(kept !== undefined && { total_time: kept.core.total_time }),
      student_id: learner.id,
      student_name: learner.name,
      credit: 'credit',
      lesson_mode: 'normal',
      entry: before === undefined ? (done ? '' : 'ab-initio') : 'resume',
      exit: '',
      session_time: '',
    },
  };
}

const isDone = (status: string) => status === 'completed' || status === 'passed';

function requestOf(event: string): Request {
  if (event === 'continue') return { to: 'next' };
  return { to: event === 'previous' ? 'back' : 'rest' };
}
