import type { OwnTake } from './own-take.ts';

/** A voice is understood well at this, bits a second. */
const audioBitsPerSecond = 24_000;
const mimeType = 'audio/webm;codecs=opus';

/** Something being recorded now. */
export interface Recording {
  /** How loud it is just now, 0 to 1. */
  level(): number;
  /** Ends it; resolves to what was heard, null where that is nothing. */
  stop(): Promise<OwnTake | null>;
  /** Ends it, and what was heard is gone. */
  cancel(): void;
}

/** Whether this PC has anything to hear with; who may use it is another matter. */
export async function hasMicrophone(): Promise<boolean> {
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return devices.some(({ kind }) => kind === 'audioinput');
}

/**
 * Begins to record; the microphone is let go of when it ends ([RAL5]). What is heard stays in this
 * window's memory.
 *
 * @param onLost it was taken away in the middle
 * @throws DOMException where there is no microphone, or it may not be used
 */
export async function openMicrophone(onLost: () => void): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond });
  const parts: Blob[] = [];
  const meter = openMeter(stream);
  const begun = performance.now();
  const letGo = () => {
    for (const track of stream.getTracks()) track.stop();
    meter.close();
  };
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  for (const track of stream.getTracks()) track.addEventListener('ended', onLost);
  recorder.start();
  return {
    level: meter.level,
    async stop() {
      const ms = Math.max(1, Math.round(performance.now() - begun));
      const ended = new Promise((resolve) =>
        recorder.addEventListener('stop', resolve, { once: true }),
      );
      if (recorder.state !== 'inactive') {
        recorder.stop();
        await ended;
      }
      letGo();
      const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
      return bytes.length === 0 ? null : { bytes, ms };
    },
    cancel() {
      if (recorder.state !== 'inactive') recorder.stop();
      letGo();
    },
  };
}

/** Shown as loud as it can be, as part of the widest swing; speech close by reaches about this. */
const fullSwing = 0.35;

function openMeter(stream: MediaStream) {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      const widest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      return Math.min(1, widest / fullSwing);
    },
    close: () => void context.close(),
  };
}
