import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type { SittingView } from '../../shared/contracts/ipc/views.ts';
import type { SittingId } from '../../shared/ids.ts';

/**
 * Whether the one who sits here has their hand up, and whether somebody comes: as what they recorded here
 * and what others said of it leave it ([HLQ5]).
 */
export function callOf(
  sitting: SittingId,
  { seat, help }: Pick<LearnerState, 'seat' | 'help'>,
): Pick<SittingView, 'helpAsked' | 'helpComes'> {
  const helpAsked = seat?.sitting === sitting && seat.helpAsked;
  return { helpAsked, helpComes: helpAsked && (help.open?.taker ?? null) !== null };
}
