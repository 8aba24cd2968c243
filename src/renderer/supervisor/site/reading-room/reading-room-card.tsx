import { ClipboardPen } from 'lucide-react';
import { useState } from 'react';
import { roomSpans } from '../../../../domain/library/reading-room.ts';
import type { RoomSpan } from '../../../../domain/library/reading-room.ts';
import type { RoomPeriodView } from '../../../../shared/contracts/ipc/reading-room-view.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useStream } from '../../station.ts';
import { sayPeriod, sayTold, useRoomSay } from './say-room.ts';
import './reading-room.css';

interface ReadingRoomCardProps {
  /** Opens what counts and corrects; null for who only looks. */
  readonly onCount: (() => void) | null;
}

const roomButtonId = 'reading-room-count';

/** Where the keyboard goes when the panel is closed. */
export const focusRoomButton = () => document.getElementById(roomButtonId)?.focus();

/** Visits to the reading room and loans of paper books, in figures that name nobody ([LIB6]). */
export function ReadingRoomCard({ onCount }: ReadingRoomCardProps) {
  const say = useRoomSay();
  const [span, setSpan] = useState<RoomSpan>('week');
  const { value } = useStream('reading-room', { span });
  return (
    <section className="site__card reading-room">
      <div className="reading-room__head">
        <h2>{say('title')}</h2>
        <fieldset className="reading-room__spans" aria-label={say('spans')}>
          {roomSpans.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === span}
              onClick={() => setSpan(each)}
            >
              {say(`span.${each}`)}
            </button>
          ))}
        </fieldset>
      </div>
      {value?.periods.length === 0 && <p>{say('none')}</p>}
      {value !== undefined && value.periods.length > 0 && (
        <Figures key={span} periods={value.periods} span={span} />
      )}
      {onCount !== null && (
        <button id={roomButtonId} type="button" className="work__look" onClick={onCount}>
          <ClipboardPen aria-hidden="true" />
          {say('count')}
        </button>
      )}
    </section>
  );
}

interface FiguresProps {
  readonly periods: readonly RoomPeriodView[];
  readonly span: RoomSpan;
}

function Figures({ periods, span }: FiguresProps) {
  const say = useRoomSay();
  const language = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = periods.find(({ from }) => from === chosen) ?? periods[0];
  return (
    <>
      <div className="reading-room__figures">
        <table className="packs reading-room__table">
          <thead>
            <tr>
              <th scope="col">{say('when')}</th>
              {shown?.visits.map(({ scope }) => (
                <th key={scope} scope="col">
                  {say(`visits.${scope ?? 'all'}`)}
                </th>
              ))}
              <th scope="col">{say('lent')}</th>
              <th scope="col">{say('returned')}</th>
            </tr>
          </thead>
          <tbody>
            {periods.map(({ from, visits, lent, returned }) => (
              <tr key={from}>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={from === shown?.from}
                    onClick={() => setChosen(from)}
                  >
                    {sayPeriod(from, span, say, language)}
                  </button>
                </th>
                {visits.map(({ scope, count }) => (
                  <td key={scope}>{sayTold(count, say, language)}</td>
                ))}
                <td>{sayTold(lent, say, language)}</td>
                <td>{sayTold(returned, say, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {shown && <Books period={shown} span={span} />}
      </div>
      <p className="reading-room__rounded">{say('rounded')}</p>
    </>
  );
}

function Books({ period, span }: { readonly period: RoomPeriodView; readonly span: RoomSpan }) {
  const say = useRoomSay();
  const language = useLanguage();
  return (
    <div>
      <h3>{say('books', { when: sayPeriod(period.from, span, say, language) })}</h3>
      {period.topics.length === 0 ? (
        <p>{say('books.none')}</p>
      ) : (
        <table className="packs reading-room__table">
          <thead>
            <tr>
              <th scope="col">{say('topic')}</th>
              <th scope="col">{say('lent')}</th>
              <th scope="col">{say('returned')}</th>
            </tr>
          </thead>
          <tbody>
            {period.topics.map(({ topic, lent, returned }) => (
              <tr key={topic}>
                <th scope="row">{say(`topic.${topic}`)}</th>
                <td>{sayTold(lent, say, language)}</td>
                <td>{sayTold(returned, say, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
