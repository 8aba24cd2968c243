import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { wordsOfKind } from '../../../domain/audit/kind-words.ts';
import type { AuditFilter, AuditRow } from '../../../shared/contracts/audit.ts';
import { recordCommands } from '../../../shared/contracts/commands/record-commands.ts';
import type { LearnerId } from '../../../shared/ids.ts';
import { formatMoment } from '../../../shared/khmer/dates.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { useHubAnswer } from '../hub-answer.ts';
import { useAuditSay, useTelling } from './names.ts';
import type { Named } from './names.ts';
import { sayReason } from './say-reason.ts';

interface TrailProps {
  readonly filter: AuditFilter;
  readonly named: readonly Named[];
  readonly chosen: AuditRow | null;
  readonly onChoose: (row: AuditRow, erased: readonly LearnerId[]) => void;
}

/** The trail, newest first, page after page. */
export function Trail(props: TrailProps) {
  const say = useAuditSay();
  return (
    <div className="audit__table">
      <table>
        <thead>
          <tr>
            {(['when', 'who', 'what', 'whom', 'why'] as const).map((column) => (
              <th key={column} scope="col">
                {say(`head.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <TrailPage {...props} after={null} />
        </tbody>
      </table>
    </div>
  );
}

interface TrailPageProps extends TrailProps {
  /** Where the page before ended. */
  readonly after: string | null;
}

/** One page; the next stands under it once it is asked for. */
function TrailPage({ after, ...props }: TrailPageProps) {
  const say = useAuditSay();
  const [more, setMore] = useState(false);
  const { filter } = props;
  const { answer, error } = useHubAnswer(recordCommands['audit.read'], { filter, after });
  if (error !== undefined)
    return (
      <Wide>
        <CommandTrouble error={error} />
      </Wide>
    );
  if (answer === undefined) return <Wide>{say('looking')}</Wide>;
  const { rows, next, erased } = answer;
  if (rows.length === 0 && next === null && after === null) return <Wide>{say('none')}</Wide>;
  return (
    <>
      {rows.map((row, at) => (
        <Line key={`${row.hubSeq}:${at}`} row={row} erased={erased} {...props} />
      ))}
      {next !== null && more && <TrailPage {...props} after={next} />}
      {next !== null && !more && (
        <Wide>
          <Button icon={ChevronDown} label={say('more')} onPress={() => setMore(true)} />
        </Wide>
      )}
    </>
  );
}

function Wide({ children }: { readonly children: ReactNode }) {
  return (
    <tr className="audit__wide">
      <td colSpan={5}>{children}</td>
    </tr>
  );
}

interface LineProps extends Omit<TrailProps, 'filter'> {
  readonly row: AuditRow;
  readonly erased: readonly LearnerId[];
}

function Line({ row, erased, named, chosen, onChoose }: LineProps) {
  const language = useLanguage();
  const { by, whom } = useTelling(named, erased);
  return (
    <tr className="audit__line" aria-selected={row === chosen}>
      <td>
        <button type="button" onClick={() => onChoose(row, erased)}>
          {formatMoment(row.wallMs, language)}
        </button>
      </td>
      <td>{by(row)}</td>
      <td>{inLanguage(wordsOfKind(row.kind), language)}</td>
      <td>{whom(row)}</td>
      <td>{sayReason(row.reason, language)}</td>
    </tr>
  );
}
