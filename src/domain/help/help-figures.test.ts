import { describe, expect, it } from 'vitest';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import type { Help } from '../../shared/contracts/documents/state.ts';
import { noHelp } from '../../shared/contracts/documents/state.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import { foldLearner } from '../fold/fold-learner.ts';
import { helpFigures } from './help-figures.ts';

const today = '2026-11-23';
const by = { staff: staffIdSchema.parse('of-aaaaaaaaaaaa') };

/** One request, answered after a wait, or taken back. */
function helpOf(waitedMs: number | null, answered = true, date: string | null = today): Help {
  const asked = openedEvent({ type: 'help.asked', sitting: ids.sitting }, { seq: 2, date });
  const act = { request: asked.envelope._id, after: asked.envelope._id, by };
  const end = answered
    ? ({ type: 'help.answered', ...act, outcome: 'helped', waitedMs, tookMs: null } as const)
    : ({ type: 'help.ended', sitting: ids.sitting } as const);
  const events = [openedEvent(payloads.started(), { seq: 1, date }), asked];
  return foldLearner(ids.learner, [...events, openedEvent(end, { seq: 3, date })]).help;
}

describe('[HLQ7] what requests came to', () => {
  it('is counted by lab day, with the wait that half of them did not exceed', () => {
    const helps = [helpOf(1000), helpOf(9000), helpOf(5000), helpOf(3000, true, '2026-11-22')];
    expect(helpFigures(helps, (day) => day === today)).toEqual({
      asked: 3,
      answered: 3,
      open: 0,
      waitedP50Ms: 5000,
      waitNotKnown: 0,
    });
  });

  it('says of a wait that a restart cut that it is not known, and of one taken back nothing', () => {
    const helps = [helpOf(null), helpOf(null, false), noHelp];
    expect(helpFigures(helps, () => true)).toEqual({
      asked: 2,
      answered: 1,
      open: 0,
      waitedP50Ms: null,
      waitNotKnown: 1,
    });
  });
});
