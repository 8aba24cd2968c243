import { drawingSchema } from '../../../shared/contracts/drawings.ts';
import type { Drawing as DrawingName } from '../../../shared/contracts/drawings.ts';
import { animals } from './animals.tsx';
import './drawing.css';
import { fruits } from './fruits.tsx';
import { home } from './home.tsx';
import { plants } from './plants.tsx';
import { road } from './road.tsx';
import { sky } from './sky.tsx';
import { things } from './things.tsx';
import { tools } from './tools.tsx';
import { water } from './water.tsx';
import { wings } from './wings.tsx';

const paths: Readonly<Record<DrawingName, React.ReactNode>> = {
  ...animals,
  ...fruits,
  ...home,
  ...plants,
  ...road,
  ...sky,
  ...things,
  ...tools,
  ...water,
  ...wings,
};

/** A krama, folded: stands in for a picture this version doesn't know, which a newer hub may name. */
const unknownPicture = (
  <>
    <path d="M12 22h72v52H12Z" fill="var(--draw-white)" />
    <path d="M12 40h72M12 56h72M30 22v52M48 22v52M66 22v52" stroke="var(--draw-red)" />
  </>
);

interface DrawingProps {
  /** A name of `shared/contracts/drawings.ts`; any other shows a folded krama. */
  readonly name: string;
  /** Adds a pale rim, so that dark lines show on a dark ground. */
  readonly rim?: boolean;
}

/**
 * One of our drawn pictures, as large as its box. It says nothing to a screen reader: the control
 * around it does.
 */
export function Drawing({ name, rim = false }: DrawingProps) {
  const known = drawingSchema.safeParse(name);
  const picture = known.success ? paths[known.data] : unknownPicture;
  return (
    <svg className="drawing" viewBox="0 0 96 96" aria-hidden="true">
      {rim && <g className="drawing__rim">{picture}</g>}
      {picture}
    </svg>
  );
}
