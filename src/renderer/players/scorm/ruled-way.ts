import { Scorm2004API } from 'scorm-again/min';
import * as z from 'zod';
import type {
  LaunchableItem,
  ScormItem,
  ScormPackage,
} from '../../../domain/scorm/scorm-package.ts';
import { launchableItems } from '../../../domain/scorm/scorm-package.ts';
import { newItem } from './course-state.ts';
import { Sco2004 } from './sco-2004.ts';
import type { Request, Sco } from './sco.ts';
import type { Steps, Way, WayParts } from './way.ts';

/** The engine's own settings; what they are made of was read from the package and is checked by the engine. */
const settingsSchema = z.custom<Settings>((value) => typeof value === 'object' && value !== null);
type Settings = NonNullable<
  NonNullable<ConstructorParameters<typeof Scorm2004API>[0]>['sequencing']
>;

/** What the engine says may be done now. */
interface Validity {
  readonly continue: boolean;
  readonly previous: boolean;
  readonly choice: Readonly<Record<string, string>>;
  readonly hideLmsUi: readonly string[];
}

const unknownYet: Validity = { continue: false, previous: false, choice: {}, hideLmsUi: [] };

/** Where a request leads in the engine's words. */
const words = { next: 'continue', back: 'previous', choice: 'choice', rest: 'exit' } as const;

/** The way of SCORM 2004 with rules of its own: the engine sequences, this side asks and obeys. */
export class RuledWay implements Way {
  readonly #parts: WayParts;
  readonly #items: readonly LaunchableItem[];
  readonly #runtime: Scorm2004API;
  readonly #root: string;
  #validity: Validity = unknownYet;
  #delivered: string | null = null;

  constructor(parts: WayParts) {
    this.#parts = parts;
    this.#items = launchableItems(parts.package.items);
    this.#root = parts.package.id;
    this.#runtime = new Scorm2004API({
      autocommit: false,
      lmsCommitUrl: false,
      logLevel: 5,
      sequencing: settingsSchema.parse({
        ...settingsOf(parts.package),
        eventListeners: {
          onActivityDelivery: ({ id }: { readonly id: string }) => {
            this.#delivered = id;
          },
          onNavigationValidityUpdate: (validity: Validity) => {
            this.#validity = validity;
          },
        },
      }),
    });
    const { sequencing } = parts.state();
    if (sequencing !== null) this.#runtime.deserializeSequencingState(sequencing);
  }

  begin(): LaunchableItem | null {
    const current = this.#runtime.getSequencingState().currentActivity;
    const open = this.#find(current?.isActive === true ? current.id : null);
    if (open !== null) {
      this.#runtime.reset();
      return open;
    }
    return this.#ask('resumeAll') ?? this.#ask('start');
  }

  open(item: LaunchableItem): Sco {
    const { learner, events } = this.#parts;
    const kept = this.#parts.state().items[item.id] ?? newItem;
    // What is delivered anew, the engine has just begun.
    this.#runtime.reset();
    return new Sco2004(this.#runtime, item, kept, learner, events);
  }

  get delivered(): boolean {
    return this.#delivered !== null;
  }

  /** A content's own request is carried out as it ends; the learner's is asked for here. */
  follow(request: Request): LaunchableItem | null {
    const delivered = this.#find(this.#delivered);
    this.#delivered = null;
    if (delivered !== null) return delivered;
    if (request.to === 'choice') return this.#ask('choice', request.id);
    if (request.to === 'rest') return null;
    return this.#ask(words[request.to]) ?? this.#chosen(request.to === 'next' ? 1 : -1);
  }

  wish(request: Request): void {
    if (!this.#runtime.isInitialized()) return;
    const word = words[request.to];
    const said = request.to === 'choice' ? `{target=${request.id}}choice` : word;
    if (this.#runtime.adl.nav.request === '_none_') this.#runtime.adl.nav.request = said;
  }

  steps(): Steps {
    const { hideLmsUi, choice } = this.#validity;
    const choices = new Set(
      this.#items.filter(({ id }) => choice[id] === 'true').map(({ id }) => id),
    );
    const beside = (step: 1 | -1) => this.#beside(step, choices) !== null;
    return {
      next: !hideLmsUi.includes('continue') && (this.#validity.continue || beside(1)),
      back: !hideLmsUi.includes('previous') && (this.#validity.previous || beside(-1)),
      choices,
    };
  }

  kept(): string {
    return this.#runtime.serializeSequencingState();
  }

  outcome() {
    const whole = this.#runtime.getActivityTrackingData(this.#root);
    if (whole === null) return null;
    const { completionStatus, successStatus } = whole;
    return {
      completed: completionStatus === 'completed',
      passed: successStatus === 'passed' ? true : successStatus === 'failed' ? false : null,
    };
  }

  #ask(word: string, target?: string): LaunchableItem | null {
    this.#delivered = null;
    this.#runtime.processNavigationRequest(word, target);
    const found = this.#find(this.#delivered);
    this.#delivered = null;
    return found;
  }

  /** Where there is no flow, the learner's next step is the next item that may be chosen. */
  #chosen(step: 1 | -1): LaunchableItem | null {
    const item = this.#beside(step, this.steps().choices);
    return item === null ? null : this.#ask('choice', item.id);
  }

  #beside(step: 1 | -1, choices: ReadonlySet<string>): LaunchableItem | null {
    const { at } = this.#parts.state();
    const index = this.#items.findIndex(({ id }) => id === at);
    const item = index < 0 ? undefined : this.#items[index + step];
    return item !== undefined && choices.has(item.id) ? item : null;
  }

  #find(id: string | null): LaunchableItem | null {
    return this.#items.find((item) => item.id === id) ?? null;
  }
}

/** Whether a package says anything about its sequencing. */
export function hasRules({ rules, items }: ScormPackage): boolean {
  const says = (item: ScormItem): boolean =>
    Object.keys(item.rules).length > 0 || item.children.some(says);
  return Object.keys(rules).length > 0 || items.some(says);
}

function settingsOf({ id, title, rules, items, collections }: ScormPackage) {
  const activityOf = (item: ScormItem): object => ({
    ...item.rules,
    id: item.id,
    title: item.title,
    isVisible: item.visible,
    children: item.children.map(activityOf),
  });
  return {
    activityTree: { ...rules, id, title, children: items.map(activityOf) },
    collections,
    hideLmsUi: [],
    autoRollupOnCMIChange: true,
  };
}
