import type { Item } from '../../../../shared/contracts/lesson.ts';

type Step = Extract<Item, { type: 'mouseDrill' }>['steps'][number];

/** A drawn mouse that does what is to be done, over and over: no word, no sound. */
export function MouseSign({ step }: { readonly step: Step }) {
  return (
    <span className={`mouse-sign mouse-sign--${step.do}`} style={{ '--side': side(step) }}>
      <svg viewBox="0 0 96 96" aria-hidden="true">
        <g className="mouse-sign__body">
          <path d="M48 22V8" />
          <rect x="26" y="22" width="44" height="62" rx="22" />
          <path d="M26 48H70M48 22V48" />
          <path className="mouse-sign__button" d="M48 22V48H26V44A22 22 0 0 1 48 22Z" />
        </g>
        {step.do === 'drag' && <path className="mouse-sign__way" d="M8 90H86M78 83L87 90L78 97" />}
      </svg>
    </span>
  );
}

/** It stands in the corner away from the target, so that it hides nothing. */
const side = (step: Step) => (step.x > 50 ? 0 : 1);
