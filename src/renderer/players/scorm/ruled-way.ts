import { Scorm2004API } from 'scorm-again/min';
import * as z from 'zod';
import { Sequencer } from '../../../domain/scorm/sequencing/sequencer.ts';
import type { Navigation } from '../../../domain/scorm/sequencing/sequencer.ts';
import type {
  LaunchableItem,
  ScormItem,
  ScormPackage,
} from '../../../domain/scorm/scorm-package.ts';
import { launchableItems } from '../../../domain/scorm/scorm-package.ts';
import { newItem } from './course-state.ts';
import { readKept } from './kept-sequencing.ts';
import { Sco2004 } from './sco-2004.ts';
import { textOfSaid } from './sco.ts';
import type { Request, Sco, ScoApi } from './sco.ts';
import { saidIn, toldWords } from './told-objectives.ts';
import type { Steps, Way, WayParts } from './way.ts';

/** What is open, and whether all that it said was heard. */
interface Open {
  readonly sco: Sco2004;
  readonly runtime: Scorm2004API;
  isHeard: boolean;
}

/** The way of SCORM 2004 with rules of its own: the sequencer says what comes, this side asks and obeys. */
export class RuledWay implements Way {
  readonly #parts: WayParts;
  readonly #items: readonly LaunchableItem[];
  readonly #sequencer: Sequencer;
  readonly #shared: Record<string, string>;
  #open: Open | null = null;
  /** What was asked for as it ended and is open next, and whether the rest is over. */
  #delivered: string | null = null;

  constructor(parts: WayParts) {
    this.#parts = parts;
    this.#items = launchableItems(parts.package.items);
    const kept = readKept(parts.state().sequencing);
    this.#sequencer = new Sequencer(parts.package, kept.tracking, chance);
    this.#shared = { ...kept.shared };
  }

  begin(): LaunchableItem | null {
    const open = this.#find(this.#sequencer.open);
    const begun = open ?? this.#ask({ to: 'resumeAll' }) ?? this.#ask({ to: 'start' });
    const [only, ...others] = this.#items;
    if (begun !== null || only === undefined || others.length > 0) return begun;
    return this.#ask({ to: 'choice', id: only.id });
  }

  open(item: LaunchableItem): Sco {
    const { learner, events } = this.#parts;
    const kept = this.#parts.state().items[item.id] ?? newItem;
    const runtime = new Scorm2004API({ autocommit: false, lmsCommitUrl: false, logLevel: 5 });
    const told = this.#sequencer.objectivesOf(item.id);
    const words = toldWords(kept.cmi, told, this.#sequencer.thresholdOf(item.id));
    this.#lend(item, runtime);
    const heard = {
      changed: () => {
        if (this.#open !== null) this.#open.isHeard = false;
        events.changed();
      },
      ended: (request: Request) => {
        this.#hear();
        if (request.to === 'rest' && request.how !== undefined) {
          this.#delivered = this.#sequencer.ask({ to: request.how });
        }
        events.ended(request);
      },
    };
    const sco = new Sco2004(runtime, item, kept, learner, heard, words);
    this.#open = { sco, runtime, isHeard: false };
    return this.#answering(sco, runtime);
  }

  get delivered(): boolean {
    return this.#delivered !== null;
  }

  /** What content asked for as it ended may be carried out already. */
  follow(request: Request): LaunchableItem | null {
    this.#hear();
    const delivered = this.#find(this.#delivered);
    this.#delivered = null;
    this.#open = null;
    if (delivered !== null) return delivered;
    if (request.to === 'choice') return this.#ask(choiceOf(request));
    if (request.to === 'rest') return null;
    const asked = { to: request.to === 'next' ? 'continue' : 'previous' } as const;
    if (this.#sequencer.flows) return this.#ask(asked);
    return this.#chosen(request.to === 'next' ? 1 : -1);
  }

  wish(request: Request): void {
    const { runtime } = this.#open ?? {};
    if (runtime === undefined || !runtime.isInitialized()) return;
    const words = { next: 'continue', back: 'previous', rest: '_none_' } as const;
    const said = request.to === 'choice' ? `{target=${request.id}}choice` : words[request.to];
    if (runtime.adl.nav.request === '_none_') runtime.adl.nav.request = said;
  }

  steps(): Steps {
    this.#hear();
    const hidden = this.#find(this.#parts.state().at)?.rules.hideLmsUi ?? [];
    const choices = new Set(
      this.#items
        .filter(({ id }) => this.#sequencer.mayAsk({ to: 'choice', id }))
        .map(({ id }) => id),
    );
    const beside = (step: 1 | -1) => !this.#sequencer.flows && this.#beside(step, choices) !== null;
    const may = (to: 'continue' | 'previous') => this.#sequencer.mayAsk({ to });
    return {
      next: !hidden.includes('continue') && (may('continue') || beside(1)),
      back: !hidden.includes('previous') && (may('previous') || beside(-1)),
      choices,
    };
  }

  kept(): string {
    return JSON.stringify({ tracking: this.#sequencer.kept, shared: this.#shared });
  }

  outcome() {
    this.#hear();
    const { completed, passed } = this.#sequencer.outcome;
    return { completed: completed === true, passed };
  }

  /** Brings what the content that is open said of itself to where the rules look. */
  #hear(): void {
    if (this.#open === null || this.#open.isHeard) return;
    const { sco, runtime } = this.#open;
    this.#open.isHeard = true;
    if (sco.spoken.size === 0) return;
    const { cmi } = sco.state();
    const primary = this.#sequencer.objectivesOf(sco.item.id).find(({ isPrimary }) => isPrimary);
    this.#sequencer.hear(sco.item.id, saidIn(cmi, sco.spoken, primary?.id ?? ''));
    this.#sequencer.suspend(sco.item.id, cmi?.['exit'] === 'suspend');
    for (const { id, store } of Object.values(lentSchema.parse(runtime.adl.data.toJSON()))) {
      if (this.#mayWrite(sco.item, id)) this.#shared[id] = store;
    }
  }

  /** What an item shares with others, as they left it. */
  #lend(item: ScormItem, runtime: Scorm2004API): void {
    const maps = item.rules.sharedDataMaps ?? [];
    const lent = maps.map(({ targetID, readSharedData }, index) => [
      String(index),
      { id: targetID, store: readSharedData ? (this.#shared[String(targetID)] ?? '') : '' },
    ]);
    if (maps.length > 0) runtime.loadFromJSON({ data: Object.fromEntries(lent) }, 'adl');
  }

  #mayWrite({ rules }: ScormItem, id: string): boolean {
    return (rules.sharedDataMaps ?? []).some(
      ({ targetID, writeSharedData }) => targetID === id && writeSharedData === true,
    );
  }

  /** The same runtime, which knows what may be asked for. */
  #answering(sco: Sco, runtime: Scorm2004API): Sco {
    const asks = (element: unknown): string => {
      const plain = textOfSaid(runtime.lmsGetValue(textOfSaid(element)));
      const navigation = navigationIn(textOfSaid(element));
      if (navigation === null || !runtime.isInitialized()) return plain;
      this.#hear();
      return String(this.#sequencer.mayAsk(navigation));
    };
    const api: ScoApi = { ...sco.api, GetValue: asks };
    return {
      item: sco.item,
      name: sco.name,
      api,
      state: () => sco.state(),
      close: () => sco.close(),
    };
  }

  #ask(navigation: Navigation): LaunchableItem | null {
    return this.#find(this.#sequencer.ask(navigation));
  }

  /** Where there is no flow, the learner's next step is the next item that may be chosen. */
  #chosen(step: 1 | -1): LaunchableItem | null {
    const item = this.#beside(step, this.steps().choices);
    return item === null ? null : this.#ask({ to: 'choice', id: item.id });
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

const lentSchema = z.record(
  z.string(),
  z.object({ id: z.string().default(''), store: z.string().default('') }),
);

function choiceOf({ id, jumps }: Request & { to: 'choice' }): Navigation {
  return { to: jumps === true ? 'jump' : 'choice', id };
}

/** What content asks about: `adl.nav.request_valid.continue`, `….choice.{target=a}`. */
function navigationIn(element: string): Navigation | null {
  const [, word, target] =
    /^adl\.nav\.request_valid\.(continue|previous|choice|jump)(?:\.\{target=([^}]+)\})?$/.exec(
      element,
    ) ?? [];
  if (word === 'continue' || word === 'previous') return { to: word };
  if ((word === 'choice' || word === 'jump') && target !== undefined)
    return { to: word, id: target };
  return null;
}

/** Which questions of a pool a learner gets isn't to be foreseen. */
function chance(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return drawn / 2 ** 32;
}

/** Whether a package says anything about its sequencing. */
export function hasRules({ rules, items }: ScormPackage): boolean {
  const says = (item: ScormItem): boolean =>
    Object.keys(item.rules).length > 0 || item.children.some(says);
  return Object.keys(rules).length > 0 || items.some(says);
}
