import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  /** Whether it is as it should be; null where it says nothing of that. */
  readonly well?: boolean | null;
}

/** Names and values, beside each other. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="maintain__facts">
      {facts.map(({ name, value, well = null }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {well !== null && <Sign well={well} />}
            <span>{value}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Well or not: by its shape, the word beside it says the rest. */
export function Sign({ well }: { readonly well: boolean }) {
  const Icon = well ? CircleCheck : TriangleAlert;
  return <Icon className={well ? 'maintain__well' : 'maintain__ill'} aria-hidden="true" />;
}

/** What came of something, for as long as it stands. */
export function Outcome(props: { readonly well: boolean; readonly children: ReactNode }) {
  return (
    <output className="maintain__outcome">
      <Sign well={props.well} />
      <span>{props.children}</span>
    </output>
  );
}
