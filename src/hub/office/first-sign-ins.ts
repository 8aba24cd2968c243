import type { LearnerKeys } from '../../shared/contracts/keyring.ts';
import type { SignInForm } from '../../shared/contracts/sign-in.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { newestPepper } from '../../sync/identity/peppers.ts';
import { drawHandoverNumber } from './drawn-secrets.ts';
import { drawSignIn, withSignIn } from './learner-keys.ts';
import type { DrawnSignIn } from './learner-keys.ts';
import type { OfficeTurn } from './office-turn.ts';
import { readRoster } from './roster.ts';
import type { SiteOffice } from './site-office.ts';
import type { Asker } from './office-change.ts';

/** Numbers for many at once, as they go on one list ([SGN13]). */
export interface FirstAsked {
  readonly learners: readonly LearnerId[];
  readonly form: SignInForm;
  /** Numbers on that list already. */
  readonly taken: readonly string[];
  /** Also for those whose number was not used yet; it is worth nothing from then on. */
  readonly anew: boolean;
}

/** What came of it: who was given a number, told this once, and about whom nothing was done. */
export interface FirstGiven {
  readonly given: { readonly learner: LearnerId; readonly number: string }[];
  readonly left: LearnerId[];
}

/** Two processors are the least a hub has; each takes 64 MiB while it works. */
const atOnce = 2;

/**
 * Gives first sign-ins: an entry of the journal for each learner, one right after the other, and then the
 * sign-ins in one change of the keyring. Who signs in already, or was given a number that others may hold by now, is
 * left as they are.
 */
export async function giveFirstSignIns(
  office: SiteOffice,
  asked: FirstAsked,
  asker: Pick<Asker, 'by' | 'command'>,
): Promise<FirstGiven> {
  const open = await openTo(office, asked);
  const drawn = await drawMany(office, open, asked);
  const since = await office.alone((turn) => recordEach(turn, drawn, asker));
  return keep(office, asked, drawn, (held) =>
    fits(held, asked) ? since.get(held.learner) : undefined,
  );
}

/**
 * {@link giveFirstSignIns} where its entries stand, or some of them, but the keyring could not be written: gives
 * those learners their sign-ins, unless they have had them, or later ones.
 * @param since the entry of each learner who has one
 */
export async function finishFirstSignIns(
  office: SiteOffice,
  asked: FirstAsked,
  since: ReadonlyMap<LearnerId, number>,
): Promise<FirstGiven> {
  const owed = ({ learner, since: given = 0 }: LearnerKeys) => {
    const promised = since.get(learner);
    return promised !== undefined && given < promised ? promised : undefined;
  };
  const { keyring } = await office.readKeyring();
  const open = keyring.learners.filter((held) => owed(held) !== undefined);
  const drawn = await drawMany(
    office,
    open.map(({ learner }) => learner),
    asked,
  );
  return keep(office, asked, drawn, owed);
}

/** Of whom nothing opens the account, or nothing but a number that may be given anew. */
function fits({ verifier, handover }: LearnerKeys, { anew }: FirstAsked): boolean {
  return verifier.empty === true || (anew && handover !== undefined);
}

async function openTo(office: SiteOffice, asked: FirstAsked): Promise<readonly LearnerId[]> {
  const { learners: accounts } = await readRoster(office);
  const { keyring } = await office.readKeyring();
  const fitting = new Set(
    keyring.learners.filter((held) => fits(held, asked)).map(({ learner }) => learner),
  );
  return [...new Set(asked.learners)].filter(
    (learner) => fitting.has(learner) && accounts.get(learner)?.disabled === false,
  );
}

async function drawMany(
  office: SiteOffice,
  learners: readonly LearnerId[],
  { form, taken }: FirstAsked,
): Promise<readonly DrawnSignIn[]> {
  const { random } = office;
  const pepper = newestPepper((await office.readKeyring()).keyring);
  const numbers = new Set(taken);
  const drawn: DrawnSignIn[] = [];
  for (let from = 0; from < learners.length; from += atOnce) {
    const some = learners.slice(from, from + atOnce).map((learner) => {
      const number = drawOther(numbers, office);
      return drawSignIn({ learner, form, number, pepper }, random);
    });
    drawn.push(...(await Promise.all(some)));
  }
  return drawn;
}

/** None twice on one list: a learner who takes another's line is not let on. */
function drawOther(numbers: Set<string>, { random }: SiteOffice): string {
  for (;;) {
    const number = drawHandoverNumber(random);
    if (numbers.has(number)) continue;
    numbers.add(number);
    return number;
  }
}

/** @returns the entry of each */
async function recordEach(
  turn: OfficeTurn,
  drawn: readonly DrawnSignIn[],
  asker: Pick<Asker, 'by' | 'command'>,
): Promise<ReadonlyMap<LearnerId, number>> {
  const since = new Map<LearnerId, number>();
  for (const { learner } of drawn) {
    await turn.record({
      type: 'sign-in.reset',
      ...asker,
      grounds: { learner, reason: 'first', who: null, second: null },
      documents: (hubSeq) => {
        since.set(learner, hubSeq);
        return [];
      },
    });
  }
  return since;
}

/** @param sinceOf the entry a learner's sign-in is to be kept with; undefined where it may not be */
async function keep(
  office: SiteOffice,
  { learners }: FirstAsked,
  drawn: readonly DrawnSignIn[],
  sinceOf: (held: LearnerKeys) => number | undefined,
): Promise<FirstGiven> {
  const byLearner = new Map(drawn.map((each) => [each.learner, each]));
  const given: FirstGiven['given'] = [];
  const renewed = (held: LearnerKeys): LearnerKeys => {
    const sign = byLearner.get(held.learner);
    const since = sign && sinceOf(held);
    if (sign === undefined || since === undefined) return held;
    given.push({ learner: held.learner, number: sign.number });
    return withSignIn(held, sign, since);
  };
  if (drawn.length > 0) {
    await office.changeKeyring((held) => ({ ...held, learners: held.learners.map(renewed) }));
  }
  const has = new Set(given.map(({ learner }) => learner));
  return { given, left: learners.filter((learner) => !has.has(learner)) };
}
