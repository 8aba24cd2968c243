import type { DrawingPaths } from './drawing-paths.ts';

export const tools: DrawingPaths<'tools'> = {
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
  axe: (
    <>
      <path d="M58 12 22 88c-2 4-10 1-8-4L46 8Z" fill="var(--draw-brown)" />
      <path d="M44 20c12-2 20-8 26-16 16 10 22 26 18 44-12-4-24-5-38-2Z" fill="var(--draw-grey)" />
      <path d="M74 12c9 8 13 18 12 30" stroke="var(--draw-white)" />
    </>
  ),
  ladder: (
    <>
      <path d="M28 4 16 92M68 4l12 88" strokeWidth="14" />
      <path d="M28 4 16 92M68 4l12 88" strokeWidth="8" stroke="var(--draw-brown)" />
      <path d="M26 20h44M24 38h48M21 56h54M19 74h58" strokeWidth="10" />
      <path d="M26 20h44M24 38h48M21 56h54M19 74h58" strokeWidth="4" stroke="var(--draw-gold)" />
    </>
  ),
  key: (
    <>
      <path d="M42 38h8v46l14 0v-9h-8v-6h10v-8H50ZM42 38v54h8V38Z" fill="var(--draw-gold)" />
      <circle cx="46" cy="24" r="21" fill="var(--draw-gold)" />
      <circle cx="46" cy="22" r="9" fill="var(--draw-white)" />
      <path d="M42 44h9v48h-9Z" fill="var(--draw-gold)" />
      <path d="M51 66h14v8H51ZM51 80h18v9H51Z" fill="var(--draw-gold)" />
    </>
  ),
};
