import {
  Check,
  ChevronLeft,
  ChevronRight,
  Circle,
  CircleDashed,
  Lock,
  RotateCcw,
} from 'lucide-react';
import { useState } from 'react';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { coursePlayerTexts } from '../../i18n/texts/course-player.ts';
import { moveFocus } from '../../ui/arrow-keys.ts';
import { Button } from '../../ui/button.tsx';
import { screenNamed } from '../../ui/screen-name.ts';

const useSay = createSayHook(coursePlayerTexts);

/** A part of a course, as its list shows it. */
export interface Part {
  readonly id: string;
  /** Empty where it has none. */
  readonly title: string;
  readonly state: keyof typeof signs;
  /** The one that is open now. */
  readonly current: boolean;
}

const signs = {
  new: Circle,
  begun: CircleDashed,
  done: Check,
  failed: RotateCcw,
  closed: Lock,
} as const;

/** Four rows of two fit the smallest screen with every tile at its full height. */
const onPage = 8;

interface PartListProps {
  readonly parts: readonly Part[];
  readonly onChoose: (id: string) => void;
}

/** All parts, each with its number and how it stands; turned page by page, nothing scrolls. */
export function PartList({ parts, onChoose }: PartListProps) {
  const say = useSay();
  const now = parts.findIndex(({ current }) => current);
  const [page, setPage] = useState(Math.floor(Math.max(0, now) / onPage));
  const pages = Math.ceil(parts.length / onPage);
  return (
    <main className="parts" {...screenNamed('parts')} onKeyDown={moveFocus} role="presentation">
      {pages > 1 && (
        <Button
          icon={ChevronLeft}
          label={say('earlier')}
          layout="stacked"
          disabled={page === 0}
          onPress={() => setPage(page - 1)}
        />
      )}
      <ol className="parts__cells" start={page * onPage + 1}>
        {parts.slice(page * onPage, (page + 1) * onPage).map((part, index) => (
          <li key={part.id}>
            <PartTile part={part} number={page * onPage + index + 1} onChoose={onChoose} />
          </li>
        ))}
      </ol>
      {pages > 1 && (
        <Button
          icon={ChevronRight}
          label={say('later')}
          layout="stacked"
          disabled={page === pages - 1}
          onPress={() => setPage(page + 1)}
        />
      )}
    </main>
  );
}

interface PartTileProps {
  readonly part: Part;
  readonly number: number;
  readonly onChoose: (id: string) => void;
}

function PartTile({ part, number, onChoose }: PartTileProps) {
  const say = useSay();
  const language = useLanguage();
  const Sign = signs[part.state];
  return (
    <button
      type="button"
      className={`part part--${part.state}`}
      aria-current={part.current ? 'step' : undefined}
      disabled={part.state === 'closed'}
      onClick={() => onChoose(part.id)}
    >
      <span className="part__number">{formatNumber(number, language)}</span>
      <span className="part__title">
        {part.title === '' ? say('part', { number }) : part.title}
      </span>
      <Sign className="part__sign" aria-label={say(`state.${part.state}`)} />
    </button>
  );
}
