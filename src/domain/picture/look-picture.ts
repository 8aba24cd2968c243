import { mostLookBytes, mostLookSide } from '../../shared/contracts/look.ts';
import { jpegSize } from './jpeg-size.ts';

/** Whether these bytes are a picture that may be shown of a screen: a JPEG, small in every way ([LOK5]). */
export function isLookPicture(bytes: Uint8Array): boolean {
  const size = bytes.length > mostLookBytes ? null : jpegSize(bytes);
  if (size === null) return false;
  const { width, height } = size;
  return width >= 1 && height >= 1 && Math.max(width, height) <= mostLookSide;
}
