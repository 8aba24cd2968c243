import { isStillUnsent } from '../../domain/fold/fold-left.ts';
import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import { keptSchema, nothingKept } from '../../shared/contracts/kept-screen.ts';
import type { DraftAt, Kept, KeptScreen, Unsent } from '../../shared/contracts/kept-screen.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import type { KeptDraft } from '../../shared/contracts/lesson/draft.ts';
import type { LearnerId, SittingId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { canonicalHash } from '../../sync/envelope/canonical.ts';
import { keyNamed, openSealed, seal } from '../../sync/envelope/sealing.ts';
import type { EndReason, OpenSitting } from './open-sitting.ts';
import type { SealedKept } from './sitting-mark.ts';

/** Who left of their own will, or was long gone, begins at home: where they were is kept of nobody else. */
const ownWill: readonly EndReason[] = ['learner', 'idle', 'account-changed'];

/** What the one who sits here would leave behind just now ([SIT7]): in memory, and sealed for the disk. */
export class ScreenKeeper {
  #screen: KeptScreen | null = null;
  /** Undefined as long as nothing was told of an answer here: what they left before stands. */
  #unsent: Unsent | null | undefined;

  /** Another sits down. */
  begin(): void {
    this.#screen = null;
    this.#unsent = undefined;
  }

  /** They are there now. Returns whether that is new. */
  at(screen: KeptScreen | null): boolean {
    const isNew = canonicalHash(screen) !== canonicalHash(this.#screen);
    this.#screen = screen;
    return isNew;
  }

  /** The answer at an item of what is open, as far as it is; null where there is none. Returns whether that is new. */
  making(open: OpenSitting, item: string, draft: KeptDraft | null): boolean {
    const place = placeOf(open, item);
    if (place === null) return false;
    // What waits in another lesson goes on waiting.
    if (draft === null && !isAt(place, this.#waiting(open.live.state))) return false;
    this.#unsent = draft && { ...place, draft };
    return true;
  }

  /** What waits at an item of what is open now; `item` as it is called there. */
  givenBack(open: OpenSitting): DraftAt | null {
    const unsent = this.#waiting(open.live.state);
    if (unsent === null) return null;
    const item = itemsOf(open).find((each) => {
      const place = placeOf(open, each);
      return isAt(place, unsent) && place?.tries === unsent.tries;
    });
    return item === undefined ? null : { item, draft: unsent.draft };
  }

  /** Of which the record says nothing yet. */
  endPayloads({ sitting, live }: OpenSitting, reason: EndReason): EventPayload[] {
    const screen = ownWill.includes(reason) ? null : this.#screen;
    const kept = { screen, unsent: this.#waiting(live.state) };
    const { left } = live.state;
    const before = left === null ? nothingKept : { screen: left.screen, unsent: left.unsent };
    return canonicalHash(kept) === canonicalHash(before)
      ? []
      : [{ type: 'screen.kept', sitting, ...kept }];
  }

  /** For the disk, which a power cut leaves: opens to nobody without the learner's key. */
  sealed(open: OpenSitting, key: SealingKey, random: Randomness): SealedKept {
    const kept: Kept = { screen: this.#screen, unsent: this.#waiting(open.live.state) };
    return { key: key.id, sealed: seal(key, contextOf(open, key.id), kept, random) };
  }

  #waiting(state: LearnerState): Unsent | null {
    const unsent = this.#unsent === undefined ? (state.left?.unsent ?? null) : this.#unsent;
    return unsent !== null && isStillUnsent(unsent, state) ? unsent : null;
  }
}

/** What {@link ScreenKeeper.sealed} made, found after a power cut; null where it can't be read. */
export function openKept(
  of: { readonly sitting: SittingId; readonly learner: LearnerId },
  { key: name, sealed }: SealedKept,
  key: SealingKey,
): Kept | null {
  try {
    const opened = openSealed(keyNamed(key, name), contextOf(of, name), sealed);
    return keptSchema.safeParse(opened).data ?? null;
  } catch {
    // Another key by now, or bytes that were torn: a sitting ends without it.
    return null;
  }
}

const contextOf = (
  { sitting, learner }: { readonly sitting: SittingId; readonly learner: LearnerId },
  key: SealingKey['id'],
) => ({ purpose: 'rean kept screen v1', sitting, learner, key });

type Where = Omit<Unsent, 'draft'>;

/** Which answer it is that is made there; null where nothing of that name is open. */
function placeOf({ run, review }: OpenSitting, item: string): Where | null {
  const walk = review ?? run;
  if (walk === null || walk.completed) return null;
  const tries = Object.hasOwn(walk.items, item) ? (walk.items[item]?.tries ?? 0) : 0;
  if (review !== null) {
    const of = review.from.get(item);
    return of === undefined ? null : { of: { ...of }, run: null, tries };
  }
  if (run === null) return null;
  const { pack, version, lesson } = run;
  return { of: { pack, version, lesson: lesson.id, item }, run: run.run, tries };
}

const itemsOf = ({ run, review }: OpenSitting): string[] =>
  ((review ?? run)?.lesson.activities ?? []).flatMap(({ items }) => items.map(({ id }) => id));

/** The same item of the same run, or of a review. */
const isAt = (one: Where | null, other: Where | null): boolean =>
  one !== null && other !== null && canonicalHash(whereOf(one)) === canonicalHash(whereOf(other));

const whereOf = ({ of, run }: Where) => ({ of, run });
