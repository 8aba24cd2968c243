import './ask-officer.css';

const boxes = [0, 1, 2, 3, 4, 5] as const;

/**
 * Without a word: I go to the officer, and come away with a slip of six places, as they are to be filled below.
 * Beside it stands the same in words.
 */
export function AskOfficer() {
  return (
    <svg className="ask-officer" viewBox="0 0 380 104" aria-hidden="true">
      <g className="ask-officer__line">
        <Bust x={46} />
        <Way x={98} />
        <Bust x={176} />
        <path className="ask-officer__cap" d="M151 26 Q176 -4 201 26 Z" />
        <path d="M147 27 H205" />
        <circle className="ask-officer__badge" cx="188" cy="82" r="6" />
        <Way x={228} />
        <rect className="ask-officer__slip" x="268" y="24" width="108" height="56" rx="8" />
        {boxes.map((at) => (
          <rect
            key={at}
            className="ask-officer__box"
            x={276 + at * 16}
            y="40"
            width="12"
            height="24"
            rx="3"
          />
        ))}
      </g>
    </svg>
  );
}

function Bust({ x }: { readonly x: number }) {
  return (
    <>
      <circle cx={x} cy="34" r="20" />
      <path d={`M${x - 36} 100 V92 A36 32 0 0 1 ${x + 36} 92 V100 Z`} />
    </>
  );
}

function Way({ x }: { readonly x: number }) {
  return (
    <path
      className="ask-officer__way"
      d={`M${x} 52 H${x + 28} M${x + 18} 42 L${x + 28} 52 L${x + 18} 62`}
    />
  );
}
