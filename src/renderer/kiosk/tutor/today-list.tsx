import { Check, CircleHelp, Minus } from 'lucide-react';
import type { Tutoring } from '../../../shared/contracts/ipc/help-views.ts';
import { inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { Tile } from '../../ui/tile.tsx';
import { PagedGrid } from '../shell/paged-grid.tsx';
import { useSay } from '../shell/say.ts';
import { useWide } from '../shell/use-wide.ts';
import { screenNamed } from '../../ui/screen-name.ts';

const signs = { present: Check, absent: Minus, 'not-known': CircleHelp } as const;

/** Who of the group is here today, and nothing else of them. */
export function TodayList({ today }: Pick<Tutoring, 'today'>) {
  const wide = useWide();
  return (
    <div className="tutor-today" {...screenNamed('tutor-today')}>
      <PagedGrid things={today} columns={wide ? 6 : 5} rows={2}>
        {(each) => <Person key={each.learner.learner} {...each} />}
      </PagedGrid>
    </div>
  );
}

function Person({ learner, present }: Tutoring['today'][number]) {
  const say = useSay();
  const language = useLanguage();
  const state = present === null ? 'not-known' : present ? 'present' : 'absent';
  const Sign = signs[state];
  return (
    <div className="tutor-today__person" data-state={state}>
      <span className="tutor-today__tile">
        <Tile tile={learner.tile} />
      </span>
      <span className="tutor-today__name" lang={languageGiven(learner.name, language)}>
        {inLanguage(learner.name, language)}
      </span>
      <span className="tutor-today__state">
        <Sign aria-hidden="true" />
        {say(`tutor.${state}`)}
      </span>
    </div>
  );
}
