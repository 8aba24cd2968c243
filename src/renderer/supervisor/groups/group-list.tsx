import { ChevronRight } from 'lucide-react';
import type { ListedGroup } from '../../../shared/contracts/ipc/people-views.ts';
import type { CourseId, GroupId } from '../../../shared/ids.ts';
import { sayDuration } from '../../i18n/duration.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { groupsTexts } from '../../i18n/texts/supervisor/groups.ts';
import { Drawing } from '../../ui/drawings/drawing.tsx';

const useGroupsSay = createSayHook(groupsTexts);

interface GroupListProps {
  readonly groups: readonly ListedGroup[];
  /** By course, in the window's language. */
  readonly titles: ReadonlyMap<CourseId, string>;
  readonly chosen: GroupId | null;
  readonly onChoose: (group: GroupId) => void;
}

/** Every group as a card: its symbol first, as learners find it by that. */
export function GroupList({ groups, titles, chosen, onChoose }: GroupListProps) {
  const say = useGroupsSay();
  const language = useLanguage();
  return (
    <ul className="groups">
      {groups.map(({ group, name, symbol, scope, learners, activeMs, courses }) => (
        <li key={group}>
          <button
            type="button"
            className="groups__group"
            aria-pressed={group === chosen}
            onClick={() => onChoose(group)}
          >
            <span className="groups__symbol">
              <Drawing name={symbol} />
            </span>
            <span className="groups__words">
              <strong>{inLanguage(name, language)}</strong>
              <span>{say(`scope.${scope}`)}</span>
              <span>{say('learners', { count: learners })}</span>
              {activeMs > 0 && (
                <span>{say('time', { time: sayDuration(activeMs, language) })}</span>
              )}
              {courses.length > 0 && (
                <span className="groups__courses">
                  {courses.flatMap((course) => titles.get(course) ?? []).join(' · ')}
                </span>
              )}
            </span>
            <ChevronRight aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
