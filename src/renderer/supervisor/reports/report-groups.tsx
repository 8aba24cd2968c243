import type { GroupsView } from '../../../shared/contracts/ipc/people-views.ts';
import type { ReportChoice } from '../../../shared/contracts/ipc/report-views.ts';
import type { GroupId } from '../../../shared/ids.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { Select } from '../form/select.tsx';
import { useReportsSay } from './reports-say.ts';

/** So many groups are chosen one by one; more are all of them. */
const mostTogether = 5;

interface ReportGroupsProps {
  readonly groups: GroupsView['groups'];
  /** Null for all of them. */
  readonly chosen: ReportChoice['groups'];
  readonly onChoose: (chosen: ReportChoice['groups']) => void;
}

/** All groups, one, or several: beside each that is chosen the next can be. */
export function ReportGroups({ groups, chosen, onChoose }: ReportGroupsProps) {
  const say = useReportsSay();
  const language = useLanguage();
  const held: readonly GroupId[] = chosen ?? [];
  const room = held.length < Math.min(mostTogether, groups.length);
  const places = room ? [...held, null] : held;
  const put = (place: number, group: GroupId | null) => {
    const next = group === null ? held.toSpliced(place, 1) : held.toSpliced(place, 1, group);
    onChoose(next.length === 0 ? null : next);
  };
  return places.map((group, place) => (
    <Select
      key={place}
      label={say(place === 0 ? 'group' : 'group.more')}
      none={say(place === 0 ? 'group.all' : 'group.no-more')}
      options={groups
        .filter((each) => each.group === group || !held.includes(each.group))
        .map((each) => ({ value: each.group, label: inLanguage(each.name, language) }))}
      value={group}
      onChange={(next) => put(place, next)}
    />
  ));
}
