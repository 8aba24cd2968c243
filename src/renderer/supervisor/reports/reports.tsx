import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { Report, ReportChoice } from '../../../shared/contracts/ipc/report-views.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../desk/empty.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import { Trouble } from '../desk/trouble.tsx';
import { useMay } from '../may.tsx';
import { ReportChart } from './report-chart.tsx';
import { ReportChoices } from './report-choices.tsx';
import { ReportTable } from './report-table.tsx';
import { useReportsSay } from './reports-say.ts';
import { SaveReport } from './save-report.tsx';
import { wholeSpan } from './spans.ts';
import { useReport } from './use-report.ts';
import './reports.css';

const first: ReportChoice = { kind: 'progress', groups: null, course: null, ...wholeSpan };

/** Reports of the groups somebody sees to: looked at, saved and printed ([RPT1]–[RPT6]). */
export function Reports() {
  const say = useReportsSay();
  const may = useMay();
  const [choice, setChoice] = useState(first);
  const { made, isCurrent, error, again } = useReport(choice);
  return (
    <PlaceFrame
      screen="reports"
      title={say('title')}
      aside={isCurrent ? undefined : say('making')}
      acts={<Button icon={RefreshCw} label={say('again')} onPress={again} />}
      tools={<ReportChoices choice={choice} today={made?.today ?? null} onChoose={setChoice} />}
    >
      {error !== undefined && <Trouble error={error} />}
      {made !== null && (
        <article className="reports__report" key={made.number} aria-busy={!isCurrent}>
          <About report={made.report} />
          {may('report.save') && made.report.rows.length > 0 && (
            <SaveReport number={made.number} disabled={!isCurrent} />
          )}
          <Body report={made.report} />
        </article>
      )}
    </PlaceFrame>
  );
}

/** What is counted, of whom and when. */
function About({ report }: { readonly report: Report }) {
  const language = useLanguage();
  return (
    <>
      <h2>{inLanguage(report.title, language)}</h2>
      <dl className="reports__about">
        {report.about.map(({ name, value }) => (
          <div key={name.km}>
            <dt>{inLanguage(name, language)}</dt>
            <dd>{inLanguage(value, language)}</dd>
          </div>
        ))}
      </dl>
      <p className="reports__soft">{inLanguage(report.counted, language)}</p>
    </>
  );
}

function Body({ report }: { readonly report: Report }) {
  const say = useReportsSay();
  const language = useLanguage();
  if (report.rows.length === 0) {
    return (
      <Empty
        screen="reports-empty"
        drawing="basket"
        title={say('empty.title')}
        advice={say('empty.do')}
      />
    );
  }
  return (
    <>
      {report.chart !== null && <ReportChart chart={report.chart} />}
      <ReportTable report={report} />
      <h3>{say('notes')}</h3>
      <ul className="reports__notes">
        {report.notes.map((note) => (
          <li key={note.km}>{inLanguage(note, language)}</li>
        ))}
      </ul>
    </>
  );
}
