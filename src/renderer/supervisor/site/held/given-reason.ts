import { givenReasons } from '../../../../shared/contracts/quarantine.ts';
import type { Say } from '../../../i18n/text.ts';
import type { heldTexts } from '../../../i18n/texts/supervisor/held.ts';

/** A reason from the list in the window's words; one typed at the hub's keyboard as it was typed. */
export function sayGiven(reason: string, say: Say<typeof heldTexts>): string {
  const known = [...givenReasons.release, ...givenReasons.reject].find((each) => each === reason);
  return known === undefined ? reason : say(`given.${known}`);
}
