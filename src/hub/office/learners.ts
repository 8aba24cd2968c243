import { drawCardNumber } from '../../domain/card-number.ts';
import { misfitOf } from '../../domain/group-fit.ts';
import { isSame } from '../../domain/learner-import/row-details.ts';
import type { RowDetails } from '../../domain/learner-import/row-details.ts';
import type { LearnerAccount } from '../../shared/contracts/documents/directory.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { sealLearnerAccount } from '../../sync/envelope/sealed-documents.ts';
import { freshIds } from '../site/fresh-ids.ts';
import { keepLearnerKeys, learnerKeys } from './learner-keys.ts';
import { Racks } from './racks.ts';
import { recordInParts } from './record-in-parts.ts';
import { cardsIn, readRoster } from './roster.ts';
import type { Roster } from './roster.ts';
import type { OfficeTurn } from './office-turn.ts';
import type { SiteOffice } from './site-office.ts';
import type { OfficeChange } from './office-change.ts';

/** Who asks, and whether they know that somebody will be among others than their own ([ACC5]). */
export interface LearnerAsker {
  readonly asker: Pick<OfficeChange, 'by' | 'command'>;
  readonly misfitKnown: boolean;
  /** The present year, Gregorian. */
  readonly year: number;
}

/** Learners to add, and learners of whom something else is said. */
export interface LearnerImport {
  readonly added: readonly (RowDetails & { readonly twin: boolean })[];
  readonly changed: readonly (RowDetails & { readonly learner: LearnerId })[];
}

export interface ImportedLearners {
  readonly added: readonly LearnerAccount[];
  readonly changed: readonly LearnerAccount[];
  /** How many rows said nothing new. */
  readonly same: number;
}

/**
 * Adds and changes learners, many of them in several entries of the journal. Newcomers get key, tile
 * and card number; until a sign-in is given to them no code opens their account. Keys are durable
 * first. What is there already is left as it is, so that the same again changes nothing, and
 * completes what was cut off ([IMP3]).
 *
 * @throws ReanError `learner.unknown`, `group.unknown`, `group.full`, `group.other-scope`; then nothing is done
 */
export function importLearners(
  office: SiteOffice,
  rows: LearnerImport,
  asked: LearnerAsker,
): Promise<ImportedLearners> {
  return office.alone(async (turn) => {
    const made = await judgeImport(office, rows, asked);
    const accounts = [...made.added, ...made.changed];
    if (accounts.length === 0) return made;
    await keepLearnerKeys(turn, office.random, made.added);
    const one = made.changed.length === 0 && rows.added.length === 1;
    const type = one ? 'learner.enrolled' : 'learners.imported';
    await recordAccounts({ office, turn }, type, accounts, asked);
    return made;
  });
}

/** What a list comes to, as things stand now. */
async function judgeImport(
  office: SiteOffice,
  { added, changed }: LearnerImport,
  asked: LearnerAsker,
): Promise<ImportedLearners> {
  const roster = await readRoster(office);
  const known = [...roster.learners.values()];
  const isHere = (details: RowDetails) => known.some((each) => isSame(each, details));
  const newcomers = added.filter(({ twin, ...details }) => twin || !isHere(details));
  const others = changed.filter(
    ({ learner, ...details }) => !isSame(accountIn(roster, learner), details),
  );
  for (const details of [...newcomers, ...others]) demandFit(roster, details, asked);
  const racks = new Racks(roster);
  return {
    added: newAccounts(office, roster, newcomers, racks),
    changed: others.map((row) => changedAccount(office, roster, row, racks)),
    same: added.length + changed.length - newcomers.length - others.length,
  };
}

function newAccounts(
  office: SiteOffice,
  roster: Roster,
  newcomers: LearnerImport['added'],
  racks: Racks,
): readonly LearnerAccount[] {
  const cards = new Set(cardsIn(roster));
  return newcomers.map(({ name, sex, birthYear, group, language }) => {
    const card = drawCardNumber(office.random, cards);
    cards.add(card);
    const learner = freshIds.learner(office.random);
    const said = { name, sex, birthYear, group, language };
    return {
      ...said,
      learner,
      tile: racks.deal(group),
      card,
      disabled: false,
      joined: office.labDate,
    };
  });
}

/** Somebody who is disabled keeps their tile until they are let in again. */
function changedAccount(
  { labDate }: Pick<SiteOffice, 'labDate'>,
  roster: Roster,
  { learner, ...details }: LearnerImport['changed'][number],
  racks: Racks,
): LearnerAccount {
  const before = accountIn(roster, learner);
  const name = { ...before.name, ...details.name };
  const stays = before.group === details.group || before.disabled;
  const tile = stays ? before.tile : racks.keep(before.tile, details.group);
  const moved = before.group === details.group ? {} : { joined: labDate };
  return { ...before, ...details, name, tile, ...moved };
}

/**
 * Changes what is said of a learner; in another group, with another tile where theirs is somebody's
 * there.
 * @throws ReanError `learner.unknown`, `group.unknown`, `group.full`, `group.other-scope`
 */
export function changeLearner(
  office: SiteOffice,
  row: RowDetails & { readonly learner: LearnerId },
  asked: LearnerAsker,
): Promise<LearnerAccount> {
  return office.alone(async (turn) => {
    const roster = await readRoster(office);
    const before = accountIn(roster, row.learner);
    demandFit(roster, row, asked);
    const account = { ...changedAccount(office, roster, row, new Racks(roster)), name: row.name };
    const type = before.group === account.group ? 'learner.changed' : 'learner.moved';
    await recordAccounts({ office, turn }, type, [account], asked);
    return account;
  });
}

/**
 * Shuts a learner out, or lets them in again; then with another tile where theirs was given away.
 * @throws ReanError `learner.unknown`, `group.full`
 */
export function disableLearner(
  office: SiteOffice,
  { learner, disabled }: { readonly learner: LearnerId; readonly disabled: boolean },
  asked: Pick<LearnerAsker, 'asker'>,
): Promise<LearnerAccount> {
  return office.alone(async (turn) => {
    const roster = await readRoster(office);
    const before = accountIn(roster, learner);
    if (before.disabled === disabled) return before;
    const account = disabled ? closedAccount(office, before) : openedAccount(roster, before);
    const type = disabled ? 'learner.disabled' : 'learner.enabled';
    await recordAccounts({ office, turn }, type, [account], asked);
    return account;
  });
}

/** Somebody in another group, with another tile where theirs is somebody's there. @throws ReanError `group.full` */
export function movedAccount(
  { labDate }: Pick<SiteOffice, 'labDate'>,
  before: LearnerAccount,
  group: LearnerAccount['group'],
  racks: Racks,
): LearnerAccount {
  return { ...before, group, tile: racks.keep(before.tile, group), joined: labDate };
}

/** Somebody whose account is closed; they keep their tile until they are let in again. */
export function closedAccount(
  { labDate }: Pick<SiteOffice, 'labDate'>,
  before: LearnerAccount,
): LearnerAccount {
  return { ...before, disabled: true, closed: labDate };
}

/** Somebody let in again, with another tile where theirs is somebody's by now. @throws ReanError `group.full` */
function openedAccount(roster: Roster, before: LearnerAccount): LearnerAccount {
  const { closed: _closed, ...open } = before;
  const tile = new Racks(roster).keep(before.tile, before.group);
  return { ...open, disabled: false, tile };
}

/** @throws ReanError `learner.unknown` */
export function accountIn({ learners }: Roster, learner: LearnerId): LearnerAccount {
  const account = learners.get(learner);
  if (account === undefined) throw new ReanError('learner.unknown', { learner });
  return account;
}

/** @throws ReanError `group.unknown`, `group.other-scope` */
function demandFit(
  { groups }: Roster,
  who: Pick<LearnerAccount, 'group' | 'sex' | 'birthYear'>,
  { misfitKnown, year }: LearnerAsker,
): void {
  const group = groups.get(who.group);
  if (group === undefined) throw new ReanError('group.unknown', { group: who.group });
  const misfit = misfitOf(group.scope ?? 'men', who, year);
  if (misfit !== null && !misfitKnown) throw new ReanError('group.other-scope', { misfit });
}

/** Seals accounts anew, in as many entries as that takes. */
export async function recordAccounts(
  { office, turn }: { readonly office: SiteOffice; readonly turn: OfficeTurn },
  type: OfficeChange['type'],
  accounts: readonly LearnerAccount[],
  { asker }: Pick<LearnerAsker, 'asker'>,
): Promise<void> {
  const keyOf = await learnerKeys(office);
  await recordInParts(turn, { type, ...asker }, accounts, (account, hubSeq) =>
    sealLearnerAccount(hubSeq, account, keyOf(account.learner), office.random),
  );
}
