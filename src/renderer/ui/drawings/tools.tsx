import type { DrawingPaths } from './drawing-paths.ts';

export const tools: DrawingPaths<'tools'> = {
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
  hammer: (
    <>
      <path d="m46 38 10 9-37 42c-3 3-7 3-10 0s-3-7 0-10l37-41Z" fill="var(--draw-brown)" />
      <path
        d="M34 26 52 8c12-5 24 0 30 10-8-3-13-2-17 2l16 15c3 2 6 0 9 2l3 8-13 13-8-3c-2-3-1-6-3-8L54 32l-9 9-11-15Z"
        fill="var(--draw-grey)"
      />
    </>
  ),
  hoe: (
    <>
      <path d="M66 6 20 88l9 4L75 12Z" fill="var(--draw-brown)" />
      <path d="M80 16 60 4c-6 1-10 4-13 8l28 17c4-4 5-8 5-13Z" fill="var(--draw-grey)" />
      <path d="M52 14 30 24c-8 5-12 12-13 22 9 1 17-2 24-9l16-17" fill="var(--draw-grey)" />
      <path d="M52 90c4-8 10-11 17-11s14 4 18 11Z" fill="var(--draw-brown)" />
    </>
  ),
  scissors: (
    <>
      <path d="M30 8c6 20 14 36 28 52l-9 6C34 48 28 28 30 8Z" fill="var(--draw-grey)" />
      <path d="M66 8c-6 20-14 36-28 52l9 6C62 48 68 28 66 8Z" fill="var(--draw-white)" />
      <circle cx="31" cy="74" r="14" fill="var(--draw-red)" />
      <circle cx="65" cy="74" r="14" fill="var(--draw-red)" />
      <circle cx="31" cy="74" r="6" fill="var(--draw-white)" />
      <circle cx="65" cy="74" r="6" fill="var(--draw-white)" />
      <circle cx="48" cy="50" r="3" fill="var(--draw-line)" />
    </>
  ),
  saw: (
    <>
      <path d="m34 44 56 12-4 26-7-8-4 7-7-9-5 7-6-9-5 6-6-9-6 5-8-9Z" fill="var(--draw-grey)" />
      <path
        d="M8 24c10-8 24-6 31 4 5 8 6 18 3 26-3 10-14 12-22 8C8 56 2 36 8 24Z"
        fill="var(--draw-brown)"
      />
      <path
        d="M17 32c5-3 11-2 14 3 3 5 3 11 1 15-4 3-9 2-12-2-4-5-5-11-3-16Z"
        fill="var(--draw-white)"
      />
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
};
