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
  rabbit: (
    <>
      <path
        d="M36 46C26 34 22 14 30 5c10 4 14 22 14 38M60 46c10-12 14-32 6-41-10 4-14 22-14 38"
        fill="var(--draw-white)"
      />
      <path
        d="M35 36c-4-8-5-16-3-22 4 5 6 12 6 21M61 36c4-8 5-16 3-22-4 5-6 12-6 21"
        fill="var(--draw-pink)"
      />
      <path
        d="M48 40c18 0 30 11 30 27S66 92 48 92 18 83 18 67s12-27 30-27Z"
        fill="var(--draw-white)"
      />
      <circle cx="37" cy="61" r="3" fill="var(--draw-line)" />
      <circle cx="59" cy="61" r="3" fill="var(--draw-line)" />
      <path d="M43 69h10l-5 6Z" fill="var(--draw-pink)" />
      <path d="M48 75v6M48 81c-3 4-7 4-10 2M48 81c3 4 7 4 10 2M26 70l-16-3M27 77l-15 4M70 70l16-3M69 77l15 4" />
    </>
  ),
  deer: (
    <>
      <path
        d="M36 36C24 32 16 24 16 6M22 24C14 24 9 20 7 13M60 36c12-4 20-12 20-30M74 24c8 0 13-4 15-11"
        strokeWidth="6"
        stroke="var(--draw-brown)"
      />
      <path
        d="M34 44c-10-6-18-6-24-1 4 8 12 11 22 9M62 44c10-6 18-6 24-1-4 8-12 11-22 9"
        fill="var(--draw-orange)"
      />
      <path
        d="M34 38c8-5 20-5 28 0 4 9 4 18 1 28-3 9-4 14-5 18-2 5-5 8-10 8s-8-3-10-8c-1-4-2-9-5-18-3-10-3-19 1-28Z"
        fill="var(--draw-orange)"
      />
      <path d="M39 78c3-5 15-5 18 0 1 8-3 14-9 14s-10-6-9-14Z" fill="var(--draw-cream)" />
      <path d="M44 78h8l-4 5Z" fill="var(--draw-line)" />
      <circle cx="40" cy="56" r="3" fill="var(--draw-line)" />
      <circle cx="56" cy="56" r="3" fill="var(--draw-line)" />
      <path d="M44 42h.1M52 42h.1M48 49h.1" strokeWidth="4" stroke="var(--draw-cream)" />
    </>
  ),
};
