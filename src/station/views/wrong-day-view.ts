import { whyNotMoved } from '../../domain/attendance/moved-days.ts';
import type { WrongDayAsk, WrongDayView } from '../../shared/contracts/ipc/attendance-view.ts';
import type { Directory } from '../directory/directory.ts';
import type { Summaries } from '../learners/summary-index.ts';
import { RecordedByDay } from './recorded-by-day.ts';

interface WrongDaySources {
  readonly directory: Pick<Directory, 'attendance' | 'learners'>;
  readonly summaries: Pick<Summaries, 'all'>;
  readonly today: string | null;
}

/** What having one day count as another would come to, told before it is done ([ATT12]). */
export function wrongDayView(
  { directory, summaries, today }: WrongDaySources,
  { from, to }: WrongDayAsk,
): WrongDayView {
  const { attendance, learners } = directory;
  const said = attendance.on(from);
  const recorded = new RecordedByDay(summaries, attendance.moved, today);
  const there = [...learners.keys()].filter((each) => recorded.proposed(each, from).there);
  const onBoth = attendance.on(to);
  return {
    confirmed: said.size,
    recorded: there.filter((learner) => !said.has(learner)).length,
    clashing: [...said.keys()].filter((learner) => onBoth.has(learner)).length,
    refused: today === null ? 'to' : whyNotMoved(from, to, today),
  };
}
