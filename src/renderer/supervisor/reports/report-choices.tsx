import { reportTitles } from '../../../domain/reports/report-words.ts';
import { reportKinds } from '../../../shared/contracts/ipc/report-views.ts';
import type { ReportChoice, ReportKind } from '../../../shared/contracts/ipc/report-views.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { Select } from '../form/select.tsx';
import { sayMonth } from '../audit/say-month.ts';
import { useStream } from '../station.ts';
import { ReportGroups } from './report-groups.tsx';
import { useReportsSay } from './reports-say.ts';
import { lastDays, lastMonths, monthSpan, wholeSpan } from './spans.ts';
import type { Span } from './spans.ts';

interface ReportChoicesProps {
  readonly choice: ReportChoice;
  /** The lab day; null while none is known, and then there are no spans to choose. */
  readonly today: string | null;
  readonly onChoose: (choice: ReportChoice) => void;
}

/** Which span means something for a report: the others tell how things stand now. */
const isSpanned = (kind: ReportKind) => kind === 'progress' || kind === 'hours';

/** Kind, group, course and span, one beside the other; each choice makes the report anew. */
export function ReportChoices({ choice, today, onChoose }: ReportChoicesProps) {
  const say = useReportsSay();
  const language = useLanguage();
  const groups = useStream('groups', undefined).value?.groups ?? [];
  const courses = useStream('courses', undefined).value?.courses ?? [];
  const { kind } = choice;
  const choose = (next: Partial<ReportChoice>) => onChoose({ ...choice, ...next });
  const chooseKind = (next: ReportKind | null) => {
    if (next === null) return;
    const ofNow = isSpanned(next) ? {} : wholeSpan;
    choose({ kind: next, ...ofNow, ...(next === 'hours' ? { course: null } : {}) });
  };
  return (
    <search className="reports__choices form">
      <Select
        label={say('kind')}
        options={reportKinds.map((value) => ({
          value,
          label: inLanguage(reportTitles[value], language),
        }))}
        value={kind}
        onChange={chooseKind}
      />
      <ReportGroups
        groups={groups}
        chosen={choice.groups}
        onChoose={(chosen) => choose({ groups: chosen })}
      />
      {kind !== 'hours' && (
        <Select
          label={say('course')}
          none={say('course.all')}
          options={courses.map(({ course, title }) => ({
            value: course,
            label: inLanguage(title, language),
          }))}
          value={choice.course}
          onChange={(course) => choose({ course })}
        />
      )}
      {isSpanned(kind) && today !== null && (
        <SpanChoice today={today} span={choice} onChoose={choose} />
      )}
    </search>
  );
}

interface SpanChoiceProps {
  readonly today: string;
  readonly span: Span;
  readonly onChoose: (span: Span) => void;
}

function SpanChoice({ today, span, onChoose }: SpanChoiceProps) {
  const say = useReportsSay();
  const language = useLanguage();
  const spans = [
    { label: say('span.week'), span: lastDays(today, 7) },
    { label: say('span.days'), span: lastDays(today, 30) },
    ...lastMonths(today).map((month) => ({
      label: sayMonth(month, language),
      span: monthSpan(month),
    })),
  ];
  const nameOf = ({ from, to }: Span) => `${from ?? ''} ${to ?? ''}`;
  return (
    <Select
      label={say('span')}
      none={say('span.all')}
      options={spans.map((each) => ({ value: nameOf(each.span), label: each.label }))}
      value={nameOf(span)}
      onChange={(name) =>
        onChoose(spans.find((each) => nameOf(each.span) === name)?.span ?? wholeSpan)
      }
    />
  );
}
