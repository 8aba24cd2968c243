import { usualIdleTimes } from '../../shared/contracts/documents/directory.ts';
import type { PeopleView, StaffView } from '../../shared/contracts/ipc/views.ts';
import { inNameOrder } from '../../shared/khmer/collation.ts';
import type { StaffId } from '../../shared/ids.ts';
import { learnerCard, staffCard } from '../directory/directory.ts';
import type { Directory } from '../directory/directory.ts';

/**
 * Who may sign in at a kiosk: learners who are not disabled and whose key this station holds, in
 * the groups they make ([VIE1]), by their names ([KHM6]).
 */
export function peopleView(directory: Directory, keyringReady: boolean): PeopleView {
  const learners = [...directory.learners.values()]
    .filter(({ disabled }) => !disabled)
    .map((account) => ({ ...learnerCard(account), card: account.card }));
  const used = new Set(learners.map(({ group }) => group));
  const groups = [...directory.groups.values()]
    .filter(({ group }) => used.has(group))
    .map(({ group, name, symbol }) => ({ group, name, symbol }));
  return {
    groups: inNameOrder(groups, ({ name }) => name.km),
    learners: inNameOrder(learners, ({ name }) => name.km),
    ready: keyringReady && directory.site !== null,
  };
}

/** Who may sign in at a supervisor window, and who has. */
export function staffView(
  directory: Directory,
  keyringReady: boolean,
  signedIn: StaffId | null,
): StaffView {
  const serving = [...directory.staff.values()].filter(({ disabled }) => !disabled);
  const person = serving.find(({ staff }) => staff === signedIn);
  return {
    people: inNameOrder(serving.map(staffCard), ({ name }) => name.km),
    signedIn: person
      ? { ...staffCard(person), scopes: person.scopes, groups: person.groups }
      : null,
    ready: keyringReady && directory.site !== null,
    idle: directory.site?.idle ?? usualIdleTimes,
  };
}
