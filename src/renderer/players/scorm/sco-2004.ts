import type { Scorm2004API } from 'scorm-again/min';
import * as z from 'zod';
import { outcomeOf2004, saysIfDone } from '../../../domain/scorm/item-outcome.ts';
import type { LaunchableItem } from '../../../domain/scorm/scorm-package.ts';
import type { ItemState } from './course-state.ts';
import { endings, textOfSaid } from './sco.ts';
import type { Request, Sco, ScoApi, ScoEvents, ToldLearner } from './sco.ts';

/** What of the runtime's own form is read here. */
const keptSchema = z.looseObject({
  completion_status: z.string().default(''),
  success_status: z.string().default(''),
  exit: z.string().default(''),
  total_time: z.string().default(''),
  score: z.looseObject({}).and(z.record(z.string(), z.string())).default({}),
});

/** An item of SCORM 2004 while it is open, in a runtime that may know the package's sequencing. */
export class Sco2004 implements Sco {
  readonly item: LaunchableItem;
  readonly name = 'API_1484_11';
  readonly api: ScoApi;
  readonly #runtime: Scorm2004API;
  readonly #learner: ToldLearner;
  readonly #events: ScoEvents;
  readonly #spoken = new Set<string>();
  #kept: ItemState;

  /**
   * @param runtime fresh
   * @param told what else it begins with, in its own words; nothing where it goes on
   */
  constructor(
    runtime: Scorm2004API,
    item: LaunchableItem,
    kept: ItemState,
    learner: ToldLearner,
    events: ScoEvents,
    told: Readonly<Record<string, unknown>> = {},
  ) {
    this.item = item;
    this.#runtime = runtime;
    this.#kept = kept;
    this.#learner = learner;
    this.#events = events;
    this.#load(told);
    this.api = this.#names();
  }

  state(): ItemState {
    if (this.#runtime.isNotInitialized()) return this.#kept;
    const { cmi } = z.object({ cmi: keptSchema }).parse(this.#runtime.renderCommitCMI(true));
    const { completion_status: completion, success_status: success } = cmi;
    const outcome = outcomeOf2004(completion, success, cmi.score);
    const said = saysIfDone(completion, success);
    return { ...this.#kept, cmi, status: statusOf(outcome), said, ...outcome };
  }

  /** Elements its content has set since it was opened. */
  get spoken(): ReadonlySet<string> {
    return this.#spoken;
  }

  close(): void {
    if (this.#runtime.isInitialized()) this.#terminate();
  }

  #initialize(): string {
    if (this.#runtime.isTerminated()) {
      this.#kept = this.state();
      this.#runtime.reset();
      this.#load({});
    }
    const answer = this.#runtime.lmsInitialize('');
    if (answer === 'true') this.#events.changed();
    return answer;
  }

  #terminate(): string {
    const { exit = '' } = keptSchema.safeParse(this.state().cmi).data ?? {};
    const request = requestOf(this.#runtime.adl.nav.request, exit);
    const answer = this.#runtime.lmsFinish('');
    if (answer === 'true') this.#events.ended(request);
    return answer;
  }

  #set(element: unknown, value: unknown): string {
    const answer = this.#runtime.lmsSetValue(textOfSaid(element), textOfSaid(value));
    if (answer !== 'true') return answer;
    this.#spoken.add(textOfSaid(element));
    this.#events.changed();
    return answer;
  }

  #commit(): string {
    const answer = this.#runtime.lmsCommit('');
    if (answer === 'true') this.#events.changed();
    return answer;
  }

  #names(): ScoApi {
    return {
      Initialize: () => this.#initialize(),
      Terminate: () => this.#terminate(),
      GetValue: (element) => textOfSaid(this.#runtime.lmsGetValue(textOfSaid(element))),
      SetValue: (element, value) => this.#set(element, value),
      Commit: () => this.#commit(),
      GetLastError: () => this.#runtime.lmsGetLastError(),
      GetErrorString: (code) => this.#runtime.lmsGetErrorString(textOfSaid(code)),
      GetDiagnostic: (code) => this.#runtime.lmsGetDiagnostic(textOfSaid(code)),
    };
  }

  #load(told: Readonly<Record<string, unknown>>): void {
    const launched = launchedWith(this.item, this.#kept, this.#learner);
    this.#runtime.loadFromJSON({ ...launched, ...told }, 'cmi');
  }
}

function launchedWith(item: LaunchableItem, { cmi }: ItemState, learner: ToldLearner) {
  const kept = keptSchema.safeParse(cmi).data;
  const suspended = kept?.exit === 'suspend' || kept?.exit === 'logout';
  // Only what was left half done is gone on with; who comes back to what is done begins anew.
  const before = suspended || kept?.completion_status !== 'completed' ? kept : undefined;
  return {
    ...before,
    ...(kept !== undefined && { total_time: kept.total_time }),
    learner_id: learner.id,
    learner_name: learner.name,
    launch_data: item.launchData ?? '',
    max_time_allowed: item.maxTimeAllowed ?? item.rules.attemptAbsoluteDurationLimit ?? '',
    ...(item.timeLimitAction !== null && { time_limit_action: item.timeLimitAction }),
    credit: 'credit',
    mode: 'normal',
    entry: before === undefined ? 'ab-initio' : 'resume',
    exit: '',
    session_time: '',
  };
}

function statusOf({ completed, passed }: { completed: boolean; passed: boolean | null }): string {
  if (passed !== null) return passed ? 'passed' : 'failed';
  return completed ? 'completed' : 'incomplete';
}

/** @param exit how content said that it is left */
function requestOf(request: string, exit: string): Request {
  if (request === 'continue') return { to: 'next' };
  if (request === 'previous') return { to: 'back' };
  const [, id, word] = /^\{target=([^}]+)\}(choice|jump)$/.exec(request) ?? [];
  if (id !== undefined) return { to: 'choice', id, jumps: word === 'jump' };
  const how = endings.find((ending) => ending === request);
  if (how !== undefined) return { to: 'rest', how };
  // Whose time is over leaves all of it.
  return exit === 'time-out' || exit === 'logout' ? { to: 'rest', how: 'exitAll' } : { to: 'rest' };
}
