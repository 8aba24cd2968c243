import { useEffect, useState } from 'react';
import { previewPaths, previewStateSchema } from '../../shared/contracts/preview-api.ts';
import type { PreviewState } from '../../shared/contracts/preview-api.ts';

export interface Preview {
  readonly state: PreviewState;
  /** Counts the readings of the source. */
  readonly reading: number;
}

/** The source folder as it stands, read again whenever a file of it was written. */
export function usePreview(): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    const read = async () => {
      const state = previewStateSchema.parse(await (await fetch(previewPaths.state)).json());
      setPreview((last) => ({ state, reading: (last?.reading ?? 0) + 1 }));
    };
    const changes = new EventSource(previewPaths.changes);
    // It is said once on opening too, so that nothing is missed while the line was down.
    changes.addEventListener('changed', () => void read());
    return () => changes.close();
  }, []);
  return preview;
}
