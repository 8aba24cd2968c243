import type { DrawingPaths } from './drawing-paths.ts';

export const wings: DrawingPaths<'wings'> = {
  hen: (
    <>
      <path
        d="M58 40c6-14 16-20 28-20-1 6-2 9-4 12 4 0 6 0 8 2-3 12-8 24-18 32"
        fill="var(--draw-deep-green)"
      />
      <path
        d="M21 33c2-10 9-15 17-14 9 1 13 8 15 17 5 7 14 9 25 8-1 19-13 32-29 32-18 0-29-14-28-43Z"
        fill="var(--draw-orange)"
      />
      <path
        d="M24 22c-2-6 0-11 3-11 2 0 3 2 4 4 1-4 3-6 6-6s4 3 4 6c2-1 5 0 5 3 0 4-4 5-6 5"
        fill="var(--draw-red)"
      />
      <path d="m21 31-11 5 11 4" fill="var(--draw-gold)" />
      <path d="M22 41c-3 3-3 8 0 11 4-2 5-6 4-10" fill="var(--draw-red)" />
      <circle cx="31" cy="31" r="2.5" fill="var(--draw-line)" />
      <path d="M43 53c8-2 16-2 24-1-3 10-13 15-21 12-4-2-5-7-3-11Z" fill="var(--draw-gold)" />
      <path d="M42 76v12h-7M55 75v13h-7" />
    </>
  ),
  crane: (
    <>
      <path
        d="M31 20c8 8 5 17 3 25 6-5 14-7 23-5 10 2 20 9 29 22-12-1-19 0-27 1-16 2-30-3-31-16 0-7 5-13 1-20"
        fill="var(--draw-white)"
      />
      <path d="M55 49c12 2 22 7 31 13-12-1-19 0-27 1-4-3-6-8-4-14Z" fill="var(--draw-grey)" />
      <path d="M21 22c0-7 5-10 10-9 5 1 6 6 4 11-4 3-12 3-14-2Z" fill="var(--draw-red)" />
      <path d="M21 20 5 25l17 2" fill="var(--draw-gold)" />
      <circle cx="28" cy="19" r="1.5" fill="var(--draw-line)" />
      <path d="M46 63v25h-8M57 63v13l6 12h-8" />
    </>
  ),
  butterfly: (
    <>
      <path
        d="M46 44C38 20 20 6 6 10c-4 22 8 38 36 42M50 44C58 20 76 6 90 10c4 22-8 38-36 42"
        fill="var(--draw-orange)"
      />
      <path
        d="M44 52C24 52 12 64 16 84c16 4 26-8 30-28M52 52c20 0 32 12 28 32-16 4-26-8-30-28"
        fill="var(--draw-gold)"
      />
      <circle cx="24" cy="28" r="5" fill="var(--draw-white)" />
      <circle cx="72" cy="28" r="5" fill="var(--draw-white)" />
      <circle cx="28" cy="70" r="4" fill="var(--draw-red)" />
      <circle cx="68" cy="70" r="4" fill="var(--draw-red)" />
      <path
        d="M48 30c4 0 5 4 5 10l-2 38c-1 5-5 5-6 0l-2-38c0-6 1-10 5-10Z"
        fill="var(--draw-brown)"
      />
      <path d="M46 30C44 20 40 14 34 12M50 30c2-10 6-16 12-18" />
    </>
  ),
  bee: (
    <>
      <ellipse
        cx="36"
        cy="26"
        rx="14"
        ry="22"
        transform="rotate(-28 36 26)"
        fill="var(--draw-white)"
      />
      <ellipse
        cx="62"
        cy="26"
        rx="14"
        ry="22"
        transform="rotate(28 62 26)"
        fill="var(--draw-white)"
      />
      <path
        d="M50 36c22 0 36 10 36 24S72 84 50 84 12 74 12 60s16-24 38-24Z"
        fill="var(--draw-gold)"
      />
      <path d="M44 37v47M58 37v46M71 42v36" strokeWidth="8" />
      <path d="M86 60h8M22 42C14 36 10 32 8 24M28 39C24 32 22 26 22 20" />
      <circle cx="26" cy="56" r="3" fill="var(--draw-line)" />
      <path d="M20 66c2 4 5 5 9 4" />
    </>
  ),
  dragonfly: (
    <>
      <g fill="var(--draw-white)">
        <ellipse cx="25" cy="30" rx="22" ry="8" transform="rotate(14 25 30)" />
        <ellipse cx="71" cy="30" rx="22" ry="8" transform="rotate(-14 71 30)" />
        <ellipse cx="26" cy="48" rx="20" ry="7" transform="rotate(-14 26 48)" />
        <ellipse cx="70" cy="48" rx="20" ry="7" transform="rotate(14 70 48)" />
      </g>
      <path
        d="M48 22c6 0 8 6 8 12 0 8-4 12-4 20l-2 36c0 4-4 4-4 0l-2-36c0-8-4-12-4-20 0-6 2-12 8-12Z"
        fill="var(--draw-red)"
      />
      <circle cx="42" cy="16" r="7" fill="var(--draw-green)" />
      <circle cx="54" cy="16" r="7" fill="var(--draw-green)" />
      <path d="M45 62h6M46 72h4" />
    </>
  ),
};
