import type { DrawingPaths } from './drawing-paths.ts';

export const things: DrawingPaths<'things'> = {
  bell: (
    <>
      <path d="M42 12c0-4 2-7 6-7s6 3 6 7" />
      <path
        d="M48 12c18 0 26 14 26 30 0 12 3 20 12 28H10c9-8 12-16 12-28 0-16 8-30 26-30Z"
        fill="var(--draw-gold)"
      />
      <path d="M8 70h80v8H8Z" fill="var(--draw-brown)" />
      <path d="M38 78c0 7 4 12 10 12s10-5 10-12Z" fill="var(--draw-gold)" />
      <path d="M34 44c0-10 4-16 11-19" stroke="var(--draw-white)" />
    </>
  ),
  book: (
    <>
      <path
        d="M48 24C36 14 22 12 6 16v62c16-4 30-2 42 8 12-10 26-12 42-8V16c-16-4-30-2-42 8Z"
        fill="var(--draw-white)"
      />
      <path d="M48 24v62M6 16v62c16-4 30-2 42 8" />
      <path d="M16 32c8-1 15 0 22 4M16 46c8-1 15 0 22 4M16 60c8-1 15 0 22 4M80 32c-8-1-15 0-22 4M80 46c-8-1-15 0-22 4M80 60c-8-1-15 0-22 4" />
      <path d="M68 14v22l7-6 7 6V15" fill="var(--draw-red)" />
    </>
  ),
  cup: (
    <>
      <path
        d="M70 40c18-6 24 4 22 14-2 11-14 18-28 16l3-10c8 1 14-2 15-7 1-4-4-5-13-2"
        fill="var(--draw-white)"
      />
      <path d="M10 34h64c2 26-6 50-16 54H26C16 84 8 60 10 34Z" fill="var(--draw-white)" />
      <ellipse cx="42" cy="34" rx="32" ry="9" fill="var(--draw-brown)" />
      <path d="M30 20c-5-6 5-8 0-15M44 20c-5-6 5-8 0-15M58 20c-5-6 5-8 0-15" />
      <path d="M13 58h58" stroke="var(--draw-red)" strokeWidth="5" />
    </>
  ),
  hat: (
    <>
      <path
        d="M2 70C16 62 30 44 40 22c4-9 12-9 16 0 10 22 24 40 38 48-10 10-28 14-46 14S12 80 2 70Z"
        fill="var(--draw-gold)"
      />
      <path
        d="M20 62c18 8 38 8 56 0M30 46c12 5 24 5 36 0M38 30c6 3 14 3 20 0"
        stroke="var(--draw-brown)"
      />
      <path d="M24 80c4 10 14 14 24 14s20-4 24-14" stroke="var(--draw-red)" strokeWidth="4" />
    </>
  ),
  comb: (
    <>
      <path d="M6 30c0-14 18-22 42-22s42 8 42 22v12H6Z" fill="var(--draw-brown)" />
      <path
        d="M8 42h7v46H8ZM21 42h7v46h-7ZM34 42h7v46h-7ZM47 42h7v46h-7ZM60 42h7v46h-7ZM73 42h7v46h-7ZM83 42h6v46h-6Z"
        fill="var(--draw-brown)"
      />
      <path d="M18 30c18-8 42-8 60 0" stroke="var(--draw-gold)" strokeWidth="4" />
    </>
  ),
  spoon: (
    <>
      <path d="M52 44 88 82c3 4 3 7 0 9s-6 2-9-1L43 52Z" fill="var(--draw-grey)" />
      <ellipse
        cx="32"
        cy="32"
        rx="20"
        ry="30"
        transform="rotate(-45 32 32)"
        fill="var(--draw-grey)"
      />
      <ellipse
        cx="32"
        cy="32"
        rx="12"
        ry="21"
        transform="rotate(-45 32 32)"
        fill="var(--draw-white)"
      />
    </>
  ),
};
