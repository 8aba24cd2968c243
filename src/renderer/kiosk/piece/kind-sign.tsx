import {
  BookOpen,
  Clapperboard,
  FileText,
  LibraryBig,
  Presentation,
  Puzzle,
  Shapes,
} from 'lucide-react';
import type { LessonCard } from '../../../shared/contracts/ipc/views.ts';
import { useSay } from '../shell/say.ts';
import './kind-sign.css';

const signs = {
  html: Puzzle,
  media: Clapperboard,
  epub: BookOpen,
  pdf: FileText,
  scorm: Presentation,
  cmi5: Presentation,
  h5p: Shapes,
  zim: LibraryBig,
} as const;

/** What a card opens, where that is no lesson: a film, or something made by others. */
export function KindSign({ kind }: Pick<LessonCard, 'kind'>) {
  const say = useSay();
  if (kind === 'lesson') return null;
  const Sign = signs[kind];
  return (
    <span className="kind-sign">
      <Sign aria-label={say(`kind.${kind}`)} />
    </span>
  );
}
