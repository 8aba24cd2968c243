import './step-bar.css';

interface StepBarProps {
  readonly done: number;
  readonly total: number;
  /** Most steps there is room to draw one by one; a longer lesson is drawn as one bar. */
  readonly mostSteps: number;
}

/**
 * A lesson's steps, the done ones filled. Made of spans, so that it can lie in a button; the words
 * beside it say the same.
 */
export function StepBar({ done, total, mostSteps }: StepBarProps) {
  const [parts, filled] = total <= mostSteps ? [total, done] : [1, 0];
  return (
    <span className="step-bar" aria-hidden="true">
      {Array.from({ length: parts }, (_, step) => (
        <span
          key={step}
          className={step < filled ? 'step-bar__step step-bar__step--done' : 'step-bar__step'}
        >
          {total > mostSteps && (
            <span
              className="step-bar__part step-bar__step--done"
              style={{ width: `${Math.min(100, (100 * done) / total)}%` }}
            />
          )}
        </span>
      ))}
    </span>
  );
}
