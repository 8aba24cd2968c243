/** A film's list of what is in it stands at its beginning, or in an MP4 that was not made for the web at its end. */
const lookedAtBytes = 1024 * 1024;

/** WebM: a track's type, video. */
const webmVideo = [0x83, 0x81, 0x01];
/** MP4: the box that says who handles a track, and so many bytes on, its word for pictures. */
const mp4Handler = lettersOf('hdlr');
const toWord = 12;
const mp4Video = lettersOf('vide');

/** Whether a file says that pictures are in it: nobody asks but where none can be shown. */
export function tellsOfPictures(bytes: Uint8Array): boolean {
  return bytes.some(
    (first, at) =>
      (first === webmVideo[0] && stands(bytes, at, webmVideo)) ||
      (first === mp4Handler[0] &&
        stands(bytes, at, mp4Handler) &&
        stands(bytes, at + toWord, mp4Video)),
  );
}

/** Asks both ends of a file. Where they can't be read, none are told of. */
export async function hasPictures(address: string): Promise<boolean> {
  const ends = [`bytes=0-${lookedAtBytes - 1}`, `bytes=-${lookedAtBytes}`];
  for (const range of ends) {
    const answer = await fetch(address, { headers: { range } }).catch(() => null);
    if (answer?.status !== 206) continue;
    if (tellsOfPictures(new Uint8Array(await answer.arrayBuffer()))) return true;
  }
  return false;
}

function stands(bytes: Uint8Array, at: number, looked: readonly number[]): boolean {
  return looked.every((byte, index) => bytes[at + index] === byte);
}

function lettersOf(word: string): readonly number[] {
  return [...word].map((letter) => letter.charCodeAt(0));
}
