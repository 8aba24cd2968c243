import { Drawing } from '../../ui/drawings/drawing.tsx';
import type { Drawing as DrawingName } from '../../../shared/contracts/drawings.ts';
import type { ReactNode } from 'react';
import './empty.css';
import { screenNamed } from '../../ui/screen-name.ts';
import type { ScreenName } from '../../ui/screen-name.ts';

interface EmptyProps {
  readonly screen: ScreenName;
  readonly drawing: DrawingName;
  readonly title: string;
  /** What to do first. */
  readonly advice: string;
  readonly children?: ReactNode;
}

/** A place with nothing in it yet: a picture, a word, and what to do first. */
export function Empty({ screen, drawing, title, advice, children }: EmptyProps) {
  return (
    <div className="empty" {...screenNamed(screen)}>
      <span className="empty__drawing">
        <Drawing name={drawing} />
      </span>
      <h2 className="empty__title">{title}</h2>
      <p className="empty__advice">{advice}</p>
      {children}
    </div>
  );
}
