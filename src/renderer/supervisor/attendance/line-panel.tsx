import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import type { AttendanceLineView } from '../../../shared/contracts/ipc/attendance-view.ts';
import { formatDate } from '../../../shared/khmer/dates.ts';
import { inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { PanelHead } from '../desk/panel-head.tsx';
import { useMay } from '../may.tsx';
import { CorrectForm } from './correct-form.tsx';
import { sayProposed, sayWord, useAttendanceSay } from './say-attendance.ts';

interface LinePanelProps {
  readonly day: string;
  readonly line: AttendanceLineView;
  readonly onClose: () => void;
}

/** One learner's day: what the records say, every word said of it, and a correction ([ATT5]). */
export function LinePanel({ day, line, onClose }: LinePanelProps) {
  const say = useAttendanceSay();
  const language = useLanguage();
  const may = useMay();
  const [done, setDone] = useState(0);
  const { name, proposed, said, differs } = line;
  return (
    <section aria-label={inLanguage(name, language)}>
      <PanelHead screen="attendance-line" onClose={onClose}>
        <div>
          <h2 className="learner-panel__title" lang={languageGiven(name, language)}>
            {inLanguage(name, language)}
          </h2>
          <p className="form__soft">{formatDate(day, language)}</p>
          <p className="form__soft">{say('line.records', { word: sayProposed(proposed, say) })}</p>
        </div>
      </PanelHead>
      <div className="attendance__panel">
        {differs && (
          <p className="attendance__notice">
            <CircleAlert aria-hidden="true" />
            {say('line.differs')}
          </p>
        )}
        <h3>{say('line.said')}</h3>
        {said.length === 0 && <p>{say('stands.proposed')}</p>}
        <ol className="attendance__said">
          {said.map((each, at) => (
            // They only grow, in order.
            <Said key={at} said={each} />
          ))}
        </ol>
        {said.length > 0 && may('attendance.correct') && (
          <CorrectForm
            key={done}
            day={day}
            line={line}
            onDone={() => setDone((before) => before + 1)}
          />
        )}
      </div>
    </section>
  );
}

function Said({ said }: { readonly said: AttendanceLineView['said'][number] }) {
  const say = useAttendanceSay();
  const language = useLanguage();
  const { word, proposed, by, byName, on, why } = said;
  const name = byName === null ? by : inLanguage(byName, language);
  const day = formatDate(on, language);
  return (
    <li>
      <strong>{sayWord(word, say)}</strong>
      <small>
        {why === null
          ? say('line.confirmed', { name, day })
          : say('line.corrected', { name, day, why: say(`correct.${why}`) })}
      </small>
      <small>{say('line.then', { word: sayProposed(proposed, say) })}</small>
    </li>
  );
}
