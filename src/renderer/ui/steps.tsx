import { Footprints } from 'lucide-react';
import './steps.css';

export type StepState = 'walked' | 'here' | 'ahead';

interface StepsProps {
  /** Stretches of the way, each a run of steps; a gap shows where a new stretch begins. */
  readonly stretches: readonly (readonly { readonly id: string; readonly state: StepState }[])[];
  /** What is read out, such as "Step 3 of 8". */
  readonly label: string;
}

/** Progress as steps walked: filled behind, a foot where one stands, hollow ahead. */
export function Steps({ stretches, label }: StepsProps) {
  return (
    <div className="steps">
      <span className="unseen">{label}</span>
      {stretches.map((stretch) => (
        <span className="steps__stretch" aria-hidden="true" key={stretch[0]?.id}>
          {stretch.map((step) => (
            <span key={step.id} className={`steps__step steps__step--${step.state}`}>
              {step.state === 'here' && <Footprints aria-hidden="true" />}
            </span>
          ))}
        </span>
      ))}
    </div>
  );
}
