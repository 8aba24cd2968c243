/** Where a tone is to come from: −1 left, 0 both, 1 right. */
export type Side = -1 | 0 | 1;

const toneMs = 900;
const hertz = 440;
const loudness = 0.3;
/** A PC with anything to sound with begins at once, ms. */
const beginsWithinMs = 2_000;

/** Plays a tone and resolves when it is over; false where this PC puts none out. */
export async function playTone(side: Side): Promise<boolean> {
  const context = new AudioContext();
  try {
    const late = new Promise((resolve) => setTimeout(resolve, beginsWithinMs));
    await Promise.race([context.resume(), late]);
    if (context.state !== 'running') return false;
    const tone = new OscillatorNode(context, { frequency: hertz });
    const gain = new GainNode(context, { gain: loudness });
    tone
      .connect(gain)
      .connect(new StereoPannerNode(context, { pan: side }))
      .connect(context.destination);
    tone.start();
    await new Promise((resolve) => setTimeout(resolve, toneMs));
    tone.stop();
    return true;
  } catch {
    return false;
  } finally {
    await context.close().catch(() => undefined);
  }
}
