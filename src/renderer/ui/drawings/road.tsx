import type { DrawingPaths } from './drawing-paths.ts';

export const road: DrawingPaths<'road'> = {
  bicycle: (
    <>
      <circle cx="22" cy="64" r="18" fill="var(--draw-white)" />
      <circle cx="74" cy="64" r="18" fill="var(--draw-white)" />
      <g strokeWidth="5">
        <path d="M22 64 36 36h28l10 28M36 36l12 28 16-28M22 64h26" stroke="var(--draw-red)" />
        <path d="M64 36l-4-14h14M36 36l-3-10M26 25h15" />
      </g>
      <circle cx="48" cy="64" r="5" fill="var(--draw-gold)" />
    </>
  ),
  boat: (
    <>
      <path d="M68 12 46 70" strokeWidth="5" />
      <path d="M72 2c6 2 8 6 6 12l-5 10-8-3 4-12c1-4 1-6 3-7Z" fill="var(--draw-gold)" />
      <path
        d="M3 42c8 10 24 15 45 15s37-5 45-15c1 20-16 34-45 34S2 62 3 42Z"
        fill="var(--draw-brown)"
      />
      <path
        d="M3 42c8 10 24 15 45 15s37-5 45-15c0 6-1 10-3 14-10 7-24 10-42 10S16 63 6 56c-2-4-3-8-3-14Z"
        fill="var(--draw-cream)"
      />
      <path
        d="M4 87c7-4 13-4 20 0s13 4 20 0 13-4 20 0 13 4 20 0 5-3 8-3"
        stroke="var(--draw-blue)"
        strokeWidth="5"
      />
    </>
  ),
  drum: (
    <>
      <path d="M16 28c-6 16-6 34 0 50 8 12 56 12 64 0 6-16 6-34 0-50" fill="var(--draw-brown)" />
      <path
        d="m14 40 14 42M28 44 40 86M48 45v42M68 44 56 86M82 40 68 82"
        stroke="var(--draw-cream)"
      />
      <ellipse cx="48" cy="30" rx="33" ry="14" fill="var(--draw-cream)" />
      <path d="M30 28 8 6M62 30 86 8" strokeWidth="5" />
      <circle cx="32" cy="30" r="4" fill="var(--draw-red)" />
      <circle cx="61" cy="31" r="4" fill="var(--draw-red)" />
    </>
  ),
  cart: (
    <>
      <path d="M4 34h66l22 12M10 34l6-16h46l8 16" fill="var(--draw-cream)" />
      <path d="M10 34h60l-5 13H15Z" fill="var(--draw-brown)" />
      <path d="M26 18v16M40 18v16M53 18v16" />
      <circle cx="40" cy="60" r="29" fill="var(--draw-gold)" />
      <circle cx="40" cy="60" r="21" fill="var(--draw-white)" />
      <path d="M40 39v42M19 60h42M25 45l30 30M55 45 25 75" />
      <circle cx="40" cy="60" r="7" fill="var(--draw-red)" />
    </>
  ),
  kite: (
    <>
      <path d="M48 4 80 34 48 74 16 34Z" fill="var(--draw-red)" />
      <path d="M48 4v30H16ZM48 34h32L48 74Z" fill="var(--draw-gold)" />
      <path d="M48 4v70M16 34h64" />
      <path d="M48 74c10 4 8 10 0 12s-10 6-2 9" strokeWidth="4" />
      <path d="M52 80l12-4v10ZM44 84l-12-6v10Z" fill="var(--draw-blue)" />
    </>
  ),
  ball: (
    <>
      <circle cx="48" cy="48" r="42" fill="var(--draw-white)" />
      <path d="m48 30 17 12-7 20H38l-7-20Z" fill="var(--draw-line)" />
      <path d="M48 30V8M65 42l22-6M58 62l14 18M38 62 24 80M31 42 9 36" strokeWidth="4" />
      <path
        d="M40 7h16l-8 8ZM89 40l0 14-8-10ZM7 40v14l8-10ZM66 84l10-8v-7ZM30 84l-10-8v-7Z"
        fill="var(--draw-line)"
      />
    </>
  ),
  bus: (
    <>
      <path d="M8 24c0-8 4-12 12-12h56c8 0 12 4 14 12l4 26v24H4V50Z" fill="var(--draw-gold)" />
      <path d="M14 24h18v20H14ZM38 24h18v20H38ZM62 24h18l4 20H62Z" fill="var(--draw-blue)" />
      <path d="M4 56h90" strokeWidth="5" stroke="var(--draw-red)" />
      <circle cx="26" cy="76" r="12" fill="var(--draw-grey)" />
      <circle cx="70" cy="76" r="12" fill="var(--draw-grey)" />
      <circle cx="26" cy="76" r="4" fill="var(--draw-white)" />
      <circle cx="70" cy="76" r="4" fill="var(--draw-white)" />
      <path d="M88 64h4" />
    </>
  ),
};
