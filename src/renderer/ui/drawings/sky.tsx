import type { DrawingPaths } from './drawing-paths.ts';

export const sky: DrawingPaths<'sky'> = {
  moon: (
    <>
      <path
        d="M58 8C36 8 18 26 18 50s18 40 40 40c12 0 22-5 29-13-6 2-11 2-16 1-16-4-27-16-27-32 0-17 9-30 25-36-4-1-7-2-11-2Z"
        fill="var(--draw-gold)"
      />
      <path d="m72 28 4 9 10 1-8 7 3 10-9-6-9 6 3-10-8-7 10-1Z" fill="var(--draw-white)" />
    </>
  ),
  sun: (
    <>
      <path
        d="M48 4v12M48 80v12M4 48h12M80 48h12M17 17l8 8M71 71l8 8M79 17l-8 8M25 71l-8 8"
        strokeWidth="6"
      />
      <circle cx="48" cy="48" r="25" fill="var(--draw-gold)" />
      <path d="M34 44c2-6 6-9 12-10" stroke="var(--draw-white)" />
    </>
  ),
  star: (
    <>
      <path d="m48 5 13 28 30 3-23 20 7 31-27-16-27 16 7-31L5 36l30-3Z" fill="var(--draw-gold)" />
      <path d="m48 20 8 19 20 2" stroke="var(--draw-white)" />
    </>
  ),
  mountain: (
    <>
      <circle cx="74" cy="22" r="12" fill="var(--draw-gold)" />
      <path d="M50 84 72 40l20 44Z" fill="var(--draw-green)" />
      <path d="M4 84 38 16l34 68Z" fill="var(--draw-deep-green)" />
      <path d="m25 42 13-26 13 26-7 6-6-6-6 6Z" fill="var(--draw-white)" />
      <path d="M2 84h92" strokeWidth="5" />
    </>
  ),
  cloud: (
    <>
      <path
        d="M24 62C10 62 2 54 4 43c1-9 9-15 18-14C26 15 38 8 51 11c10 2 17 9 19 18 13-2 23 5 23 17 0 10-8 16-20 16Z"
        fill="var(--draw-white)"
      />
      <path
        d="M24 74l-5 14M42 74l-5 14M60 74l-5 14M78 74l-5 14"
        stroke="var(--draw-blue)"
        strokeWidth="6"
      />
    </>
  ),
};
