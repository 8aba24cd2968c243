import type { HeldItem } from '../../../../shared/contracts/ipc/held-views.ts';
import { formatMoment } from '../../../../shared/khmer/dates.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { heldTexts } from '../../../i18n/texts/supervisor/held.ts';
import { groupsOf } from './held-groups.ts';
import { sayGiven } from './given-reason.ts';

const useHeldSay = createSayHook(heldTexts);

type Ticked = ReadonlySet<string>;

interface HeldListProps {
  readonly items: readonly HeldItem[];
  readonly ticked: Ticked;
  /** Null where nothing can be chosen: it is decided. */
  readonly onTick: ((ticked: Ticked) => void) | null;
}

/** Items under why they are held, with what that means. */
export function HeldList({ items, ticked, onTick }: HeldListProps) {
  const say = useHeldSay();
  return groupsOf(items).map(({ reason, items: held }) => (
    <section key={reason} className="held__group">
      <h3>{say(`reason.${reason}`)}</h3>
      <p>{say(`means.${reason}`)}</p>
      <ul>
        {held.map((item) => (
          <li key={item.content}>
            {onTick === null ? (
              <div className="held__item">
                <HeldWords item={item} />
              </div>
            ) : (
              <label className="held__item">
                <input
                  type="checkbox"
                  checked={ticked.has(item.content)}
                  onChange={() => onTick(toggled(ticked, item.content))}
                />
                <HeldWords item={item} />
              </label>
            )}
          </li>
        ))}
      </ul>
    </section>
  ));
}

function toggled(ticked: Ticked, content: string): Ticked {
  const next = new Set(ticked);
  if (!next.delete(content)) next.add(content);
  return next;
}

function HeldWords({ item }: { readonly item: HeldItem }) {
  const say = useHeldSay();
  const language = useLanguage();
  const { type, learnerName, stationName, recordedMs, wallMs } = item;
  const names = [
    learnerName === null ? say('no-learner') : inLanguage(learnerName, language),
    stationName === null ? say('no-station') : inLanguage(stationName, language),
  ];
  const moments = [say('came', { moment: formatMoment(wallMs, language) })];
  if (recordedMs !== null) {
    moments.unshift(say('recorded', { moment: formatMoment(recordedMs, language) }));
  }
  return (
    <div className="held__words">
      <strong>{type === null ? say('unknown') : say(`type.${type}`)}</strong>
      <span>{names.join(' · ')}</span>
      <span className="held__soft">{moments.join(' · ')}</span>
      <Decision decided={item.decided} />
    </div>
  );
}

/** What became of it, by whom, when and why. */
function Decision({ decided }: Pick<HeldItem, 'decided'>) {
  const say = useHeldSay();
  const language = useLanguage();
  if (decided === null) return null;
  const { kind, reason, who, wallMs } = decided;
  const name = who === null ? say('was.nobody') : inLanguage(who, language);
  return (
    <span className={`held__was held__was--${kind}`}>
      <strong>{say(`was.${kind}`)}</strong>
      <span>{sayGiven(reason, say)}</span>
      <span className="held__soft">
        {say('was.by', { who: name, moment: formatMoment(wallMs, language) })}
      </span>
    </span>
  );
}
