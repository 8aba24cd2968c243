import type { RowPreview } from '../../../../shared/contracts/ipc/list-views.ts';
import type { ListedGroup } from '../../../../shared/contracts/ipc/people-views.ts';
import { formatNumber } from '../../../../shared/khmer/numbers.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { bringInTexts } from '../../../i18n/texts/supervisor/bring-in.ts';

const useBringSay = createSayHook(bringInTexts);
const mostShown = 300;

interface RowListProps {
  readonly rows: readonly RowPreview[];
  readonly groups: readonly ListedGroup[];
  readonly others: ReadonlySet<number>;
  readonly onOther: (number: number) => void;
}

/** Rows of one kind, each with the number a spreadsheet shows. */
export function RowList({ rows, groups, others, onOther }: RowListProps) {
  const say = useBringSay();
  const language = useLanguage();
  return (
    <>
      <ul className="bring-in__rows">
        {rows.slice(0, mostShown).map((row) => (
          <li key={row.number}>
            <span className="bring-in__number">{formatNumber(row.number, language)}</span>
            {row.outcome === 'bad' ? (
              <BadRow row={row} />
            ) : (
              <FittingRow row={row} groups={groups} />
            )}
            {row.outcome === 'doubtful' && (
              <label className="form__tick">
                <input
                  type="checkbox"
                  checked={others.has(row.number)}
                  onChange={() => onOther(row.number)}
                />
                {say('other-person')}
              </label>
            )}
          </li>
        ))}
      </ul>
      {rows.length > mostShown && <p>{say('more', { count: rows.length - mostShown })}</p>}
    </>
  );
}

function BadRow({ row }: { readonly row: Extract<RowPreview, { outcome: 'bad' }> }) {
  const say = useBringSay();
  return (
    <span className="bring-in__words">
      <strong>{row.shown}</strong>
      <small>
        {row.problems
          .map(({ field, problem }) => `${say(`field.${field}`)}: ${say(`problem.${problem}`)}`)
          .join(' · ')}
      </small>
    </span>
  );
}

interface FittingRowProps extends Pick<RowListProps, 'groups'> {
  readonly row: Exclude<RowPreview, { outcome: 'bad' }>;
}

function FittingRow({ row, groups }: FittingRowProps) {
  const say = useBringSay();
  const language = useLanguage();
  const { name, group } = row.details;
  const groupName = groups.find((each) => each.group === group)?.name;
  const likeWords = row.outcome !== 'doubtful' ? '' : row.like > 0 ? say('like') : say('like.row');
  const told = [
    groupName ? inLanguage(groupName, language) : '',
    likeWords,
    row.misfit ? say('misfit') : '',
  ];
  return (
    <span className="bring-in__words">
      <strong>{name.en === undefined ? name.km : `${name.km} · ${name.en}`}</strong>
      <small>{told.filter((each) => each !== '').join(' · ')}</small>
    </span>
  );
}
