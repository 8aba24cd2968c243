import type { DrawingPaths } from './drawing-paths.ts';

/** Each on a square of 96; lines come from the frame around them. */
export const animals: DrawingPaths<'animals'> = {
  buffalo: (
    <>
      <path
        d="M31 33C17 35 6 27 6 12c8 9 17 11 28 10M65 33c14 2 25-6 25-21-8 9-17 11-28 10"
        fill="var(--draw-grey)"
      />
      <path
        d="M30 42c-9-4-15-2-18 3 5 5 12 6 19 4M66 42c9-4 15-2 18 3-5 5-12 6-19 4"
        fill="var(--draw-grey)"
      />
      <path
        d="M32 24c10-5 22-5 32 0 4 8 4 18 1 27-2 8-3 13-3 20 0 10-6 17-14 17s-14-7-14-17c0-7-1-12-3-20-3-9-3-19 1-27Z"
        fill="var(--draw-grey)"
      />
      <path d="M35 72c3-6 23-6 26 0 2 9-5 15-13 15s-15-6-13-15Z" fill="var(--draw-cream)" />
      <circle cx="39" cy="45" r="2.5" fill="var(--draw-line)" />
      <circle cx="57" cy="45" r="2.5" fill="var(--draw-line)" />
      <path d="M43 77v1M53 77v1" strokeWidth="5" />
    </>
  ),
  fish: (
    <>
      <path d="M64 48c7-9 15-15 25-17-3 11-3 23 0 34-10-2-18-8-25-17Z" fill="var(--draw-blue)" />
      <path d="M34 30c8-9 18-11 26-8-1 6-4 10-8 13" fill="var(--draw-blue)" />
      <path
        d="M7 49c10-16 22-22 34-21 13 1 23 9 31 20-9 12-20 20-33 20C26 68 15 62 7 49Z"
        fill="var(--draw-blue)"
      />
      <path d="M31 31c5 11 5 24 0 35" />
      <path d="M7 49c10-16 17-19 24-18 5 11 5 24 0 35-10-2-17-6-24-17Z" fill="var(--draw-cream)" />
      <circle cx="22" cy="44" r="2.5" fill="var(--draw-line)" />
      <path d="M42 41c3 3 3 6 0 9M53 41c3 3 3 6 0 9M47 52c3 3 3 5 0 8" />
    </>
  ),
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
  elephant: (
    <>
      <path
        d="M33 28C20 14 6 20 5 38c-1 16 8 28 21 25M63 28c13-14 27-8 28 10 1 16-8 28-21 25"
        fill="var(--draw-grey)"
      />
      <path
        d="M30 34c0-13 8-20 18-20s18 7 18 20c0 8-2 15-5 21-2 6-4 11-4 17 0 5 4 6 8 3 2 8-4 13-10 12-7-1-10-7-9-15 0-6-2-11-5-16-7-6-11-13-11-22Z"
        fill="var(--draw-grey)"
      />
      <path
        d="M38 60c-4 5-5 11-3 17 5-3 9-7 10-12M59 60c4 4 8 8 8 14-4 0-8-2-10-5"
        fill="var(--draw-white)"
      />
      <circle cx="39" cy="39" r="2.5" fill="var(--draw-line)" />
      <circle cx="57" cy="39" r="2.5" fill="var(--draw-line)" />
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
  turtle: (
    <>
      <path
        d="M24 66c-3 6-8 10-14 10 0-6 2-12 8-16M64 67c2 5 7 9 13 9 0-6-2-10-6-14"
        fill="var(--draw-green)"
      />
      <path d="M70 52c4-12 9-17 15-16 6 1 8 7 5 13-2 5-8 10-16 12" fill="var(--draw-green)" />
      <path d="M8 62c2-22 16-37 34-37s32 15 34 37Z" fill="var(--draw-deep-green)" />
      <path
        d="M32 62 28 47l14-10 14 10-4 15ZM28 47l-13-4M56 47l13-4M42 37V26"
        fill="var(--draw-gold)"
      />
      <path d="M5 62h74c0 5-4 8-9 8H14c-5 0-9-3-9-8Z" fill="var(--draw-cream)" />
      <circle cx="83" cy="43" r="2" fill="var(--draw-line)" />
    </>
  ),
  gecko: (
    <>
      <path
        d="M38 36 22 28l-6 5M58 36l16-8 6 5M40 60 23 64l-3 8M56 60l17 4 3 8"
        strokeWidth="6"
        stroke="var(--draw-line)"
      />
      <path
        d="M48 6c8 0 13 6 12 14 0 5-3 8-3 13 3 9 3 20-1 29-3 6 4 12 2 19-2 8-12 10-17 5 6 1 9-3 6-8-4-5-6-9-7-16-4-9-4-20-1-29 0-5-3-8-3-13-1-8 4-14 12-14Z"
        fill="var(--draw-blue)"
      />
      <circle cx="42" cy="17" r="2" fill="var(--draw-line)" />
      <circle cx="54" cy="17" r="2" fill="var(--draw-line)" />
      <path d="M44 36h.1M52 42h.1M44 49h.1M52 56h.1" strokeWidth="5" stroke="var(--draw-orange)" />
    </>
  ),
};
