import type { PepperStanding } from '../../shared/contracts/rotation.ts';
import { countOf } from '../count-of.ts';

/** How far a site is with another pepper, for a technician ([KEY3]). */
export function pepperLines(
  { peppers, learners, staff }: PepperStanding,
  { list }: { readonly list: boolean },
): readonly string[] {
  const all = learners.length + staff.length === 0;
  if (all && peppers === 1) return ["Everybody's secret goes with the one pepper there is."];
  if (all) {
    return [
      "Everybody's secret goes with the newest pepper.",
      'Drop the earlier one: rean site pepper --drop --reason … --who … --second …',
    ];
  }
  return [
    `Still with a secret of an earlier pepper: ${countOf(learners.length, 'learner')} and ${staff.length} staff.`,
    'Learners: an officer gives each a new sign-in. Staff: each changes their passphrase.',
    ...(list ? listed({ learners, staff }) : ['Who they are: rean site pepper --list']),
  ];
}

function listed({ learners, staff }: Pick<PepperStanding, 'learners' | 'staff'>) {
  const found = learners.map(({ learner, card, group }) => {
    const at = group === null ? '' : `, ${group.km}`;
    return `  ${learner}${card === null ? '' : `, card ${card}`}${at}`;
  });
  return [...found, ...staff.map(({ staff: id, name }) => `  ${id}, ${name.km}`)];
}
