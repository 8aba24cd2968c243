/** A film's list of what is in it stands at its beginning, or in an MP4 that was not made for the web at its end. */
const lookedAtBytes = 1024 * 1024;

/** WebM: a track's type, video. */
const webmVideo = String.fromCharCode(0x83, 0x81, 0x01);
/** MP4: who handles a track, 8 bytes after the name of its box. */
const mp4Video = /hdlr[\s\S]{8}vide/;

/** Whether a file says that pictures are in it: nobody asks but where none can be shown. */
export const tellsOfPictures = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.includes(webmVideo) || mp4Video.test(text);
};

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
