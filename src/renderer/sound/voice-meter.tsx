import { useEffect, useRef } from 'react';
import './voice-meter.css';

interface VoiceMeterProps {
  /** How loud it is just now, 0 to 1. */
  readonly level: () => number;
  readonly limitMs: number;
  readonly label: string;
}

const bars = [1, 2, 3, 4, 5, 6, 7];

/** Shows that the microphone hears, and how much of its time is left. */
export function VoiceMeter({ level, limitMs, label }: VoiceMeterProps) {
  const field = useRef<HTMLDivElement>(null);
  const time = useRef<HTMLProgressElement>(null);
  useEffect(() => {
    const begun = performance.now();
    let frame = 0;
    const draw = () => {
      field.current?.style.setProperty('--level', level().toFixed(2));
      if (time.current !== null) time.current.value = limitMs - (performance.now() - begun);
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [limitMs, level]);
  return (
    <div className="voice-meter">
      <div className="voice-meter__bars" ref={field} aria-hidden="true">
        {bars.map((bar) => (
          <span key={bar} className="voice-meter__bar" />
        ))}
      </div>
      <progress ref={time} max={limitMs} aria-label={label} />
    </div>
  );
}
