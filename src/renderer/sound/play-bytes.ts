/** Something heard now. */
export interface Heard {
  stop(): void;
}

/**
 * Plays a recording out of memory: it gets no address, so that nothing can ask for it.
 *
 * @throws DOMException where it is no sound that this app knows
 */
export async function playBytes(bytes: Uint8Array, onEnd: () => void): Promise<Heard> {
  const context = new AudioContext();
  const close = () => {
    if (context.state !== 'closed') void context.close();
  };
  try {
    const source = context.createBufferSource();
    source.buffer = await context.decodeAudioData(new Uint8Array(bytes).buffer);
    source.connect(context.destination);
    source.addEventListener('ended', () => {
      close();
      onEnd();
    });
    source.start();
    return {
      stop: () => {
        if (context.state !== 'closed') source.stop();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}
