import { Equal, LibraryBig, Menu, Minus } from 'lucide-react';
import type { ReadingLevel } from '../../../shared/contracts/pack-manifest.ts';
import { Button } from '../../ui/button.tsx';
import { useSay } from '../shell/say.ts';

/** As many lines as a page has: little to read, more, much. */
const signs = { 1: Minus, 2: Equal, 3: Menu } as const;

/** How much there is to read in a book; nothing where nobody said. */
export function LevelSign({ level }: { readonly level: ReadingLevel | null }) {
  const say = useSay();
  if (level === null) return null;
  const Sign = signs[level];
  return (
    <span className="book-card__level">
      <Sign aria-label={say(`library.level.${level}`)} />
    </span>
  );
}

interface LevelButtonProps {
  /** Those that any book has. */
  readonly levels: readonly ReadingLevel[];
  /** Null for all. */
  readonly level: ReadingLevel | null;
  readonly onLevel: (level: ReadingLevel | null) => void;
}

/** Goes on to the next level with each touch, and back to all; nothing where there is one kind alone. */
export function LevelButton({ levels, level, onLevel }: LevelButtonProps) {
  const say = useSay();
  if (levels.length === 0) return null;
  const next = levels[level === null ? 0 : levels.indexOf(level) + 1] ?? null;
  return (
    <Button
      icon={level === null ? LibraryBig : signs[level]}
      label={say(level === null ? 'library.level.all' : `library.level.${level}`)}
      layout="stacked"
      pressed={level !== null}
      onPress={() => onLevel(next)}
    />
  );
}
