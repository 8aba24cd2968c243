import type { ReactNode } from 'react';
import './ring.css';

interface RingProps {
  readonly done: number;
  readonly total: number;
  /** What is read out, such as "3 of 8". */
  readonly label: string;
  /** Shown inside the ring. */
  readonly children?: ReactNode;
}

const radius = 46;
const around = 2 * Math.PI * radius;

/** How much of something is done, as a ring that closes; as large as its box. */
export function Ring({ done, total, label, children }: RingProps) {
  const share = total === 0 ? 0 : Math.min(1, done / total);
  return (
    <div className="ring">
      <span className="unseen">{label}</span>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle className="ring__way" cx="50" cy="50" r={radius} />
        {share > 0 && (
          <circle
            className="ring__walked"
            cx="50"
            cy="50"
            r={radius}
            strokeDasharray={`${share * around} ${around}`}
          />
        )}
      </svg>
      <div className="ring__inside">{children}</div>
    </div>
  );
}
