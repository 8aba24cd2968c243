import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Erased } from '../../../../../shared/contracts/erasure.ts';
import { useStay } from '../../../desk/stay.tsx';
import { ErasedContext } from './erased-context.ts';
import { ErasedNote } from './erased-note.tsx';

interface ErasureFrameProps {
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A learner's page; once they are erased here, what became of the record in its place ([ERA8]). */
export function ErasureFrame({ children, onClose }: ErasureFrameProps) {
  const [erased, setErased] = useState<Erased>();
  useStay(erased !== undefined);
  if (erased !== undefined) return <ErasedNote erased={erased} onClose={onClose} />;
  return <ErasedContext value={setErased}>{children}</ErasedContext>;
}
