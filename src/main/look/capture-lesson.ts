import { nativeImage } from 'electron';
import type { BrowserWindow, NativeImage } from 'electron';
import { mostLookBytes, mostLookSide } from '../../shared/contracts/look.ts';
import type { LookArea, LookPicture } from '../../shared/contracts/look.ts';
import type { Log } from '../../shared/ports.ts';
import { areaWithin, sizeWithin } from './look-size.ts';

/** From good to poor: the first that is small enough. */
const qualities = [75, 55, 35, 20, 8];

/**
 * A small JPEG of a part of a window, and of nothing beside it ([LOK4]); null where there is none to be had, as of a
 * window that is not drawn. It is made in memory and kept nowhere.
 */
export async function captureLesson(
  window: BrowserWindow,
  area: LookArea,
  log: Log,
): Promise<LookPicture | null> {
  const inside = areaWithin(area, window.getContentBounds());
  if (inside === null || window.isDestroyed()) return null;
  try {
    const image = await window.webContents.capturePage(inside, { stayHidden: true });
    return small(image);
  } catch {
    log.warn('look.not-captured');
    return null;
  }
}

function small(image: NativeImage): LookPicture | null {
  if (image.isEmpty()) return null;
  const size = sizeWithin(image.getSize(), mostLookSide);
  // Bytes of exactly this size, whatever the display's scale: an image with several would be encoded large.
  const scaled = nativeImage.createFromBuffer(image.resize({ ...size, quality: 'better' }).toPNG());
  for (const quality of qualities) {
    const jpeg = scaled.toJPEG(quality);
    if (jpeg.length > 0 && jpeg.length <= mostLookBytes) return { jpeg: jpeg.toString('base64') };
  }
  return null;
}
