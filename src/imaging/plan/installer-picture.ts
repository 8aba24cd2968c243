import type { PictureLayout } from './screen-picture.ts';

/** As large as the installer's shell takes them (`picture_width`, `picture_height`). */
export const installerPicture: PictureLayout = { width: 800, height: 430, top: 178, step: 66 };
