import { useEffect, useRef } from 'react';
import type { LookPicture } from '../../../../shared/contracts/look.ts';

interface LookedAtProps {
  readonly picture: LookPicture;
  readonly label: string;
}

/** Draws a picture out of memory: it gets no address, so that nothing can ask for it ([LOK6]). */
export function LookedAt({ picture, label }: LookedAtProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const shown = new AbortController();
    void draw(picture, canvas.current, shown.signal);
    return () => shown.abort();
  }, [picture]);
  return (
    <canvas ref={canvas} className="looked-at">
      {label}
    </canvas>
  );
}

/** What can't be decoded leaves the place empty. */
async function draw(
  { jpeg }: LookPicture,
  canvas: HTMLCanvasElement | null,
  shown: AbortSignal,
): Promise<void> {
  const bytes = Uint8Array.from(atob(jpeg), (letter) => letter.charCodeAt(0));
  const blob = new Blob([bytes], { type: 'image/jpeg' });
  const bitmap = await createImageBitmap(blob).catch(() => null);
  if (bitmap === null) return;
  if (canvas !== null && !shown.aborted) {
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  }
  bitmap.close();
}
