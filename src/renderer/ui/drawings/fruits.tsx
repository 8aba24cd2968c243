import type { DrawingPaths } from './drawing-paths.ts';

export const fruits: DrawingPaths<'fruits'> = {
  mango: (
    <>
      <path
        d="M52 24c20 2 34 16 34 33 0 19-16 31-35 31C28 88 9 74 10 54c1-17 16-21 26-26 5-2 10-4 16-4Z"
        fill="var(--draw-orange)"
      />
      <path
        d="M10 54c1-17 16-21 26-26-4 18 4 38 26 59-4 1-7 1-11 1C28 88 9 74 10 54Z"
        fill="var(--draw-gold)"
        stroke="none"
      />
      <path d="M52 24c20 2 34 16 34 33 0 19-16 31-35 31C28 88 9 74 10 54c1-17 16-21 26-26 5-2 10-4 16-4Z" />
      <path d="M52 24c-1-6 0-10 3-15" />
      <path d="M54 17c8-10 20-12 32-6-6 11-19 15-32 6Z" fill="var(--draw-green)" />
    </>
  ),
  banana: (
    <>
      <path
        d="M54 16c18 14 26 34 20 54-5 8-13 13-20 16 0-4-1-6-3-8 10-12 12-34-3-55"
        fill="var(--draw-gold)"
      />
      <path
        d="M50 18c8 20 7 40-4 56-7 6-16 8-24 8 1-4 1-6-1-9 15-8 24-28 23-53"
        fill="var(--draw-gold)"
      />
      <path
        d="M46 18c0 18-5 32-16 42-7 4-14 5-21 3 2-3 3-5 2-8 14-4 24-18 28-36"
        fill="var(--draw-gold)"
      />
      <path d="m38 20 4-13 12-1 2 13c-4 5-14 6-18 1Z" fill="var(--draw-brown)" />
    </>
  ),
  coconut: (
    <>
      <path d="M60 22 72 3l8 4-12 20" fill="var(--draw-red)" />
      <path
        d="M20 28C8 36 4 48 8 60c5 18 22 30 40 30s35-12 40-30c4-12 0-24-12-32-8-8-48-8-56 0Z"
        fill="var(--draw-green)"
      />
      <ellipse cx="48" cy="30" rx="27" ry="11" fill="var(--draw-cream)" />
      <ellipse cx="48" cy="30" rx="15" ry="5" fill="var(--draw-white)" />
      <path d="M17 56c2 10 8 17 16 21" />
    </>
  ),
  chilli: (
    <>
      <path
        d="M30 28c12-4 24 0 28 10 5 14 12 26 30 38-26 12-58 0-66-28-2-8 1-17 8-20Z"
        fill="var(--draw-red)"
      />
      <path d="M25 40c10 6 24 5 33-2-2-12-10-17-20-16-11 1-18 8-13 18Z" fill="var(--draw-green)" />
      <path d="M36 23C30 20 26 15 25 7l9-1c0 6 4 11 9 15" fill="var(--draw-green)" />
      <path d="M36 52c4 9 11 16 20 20" stroke="var(--draw-white)" />
    </>
  ),
  pineapple: (
    <>
      <path
        d="M48 34C36 32 26 24 24 12c6 1 10 3 14 7 0-7 4-13 10-17 6 4 10 10 10 17 4-4 8-6 14-7-2 12-12 20-24 22Z"
        fill="var(--draw-green)"
      />
      <ellipse cx="48" cy="62" rx="26" ry="31" fill="var(--draw-gold)" />
      <path
        d="M30 42 68 82M24 56l32 36M44 33l29 32M66 42 28 82M72 56 40 92M52 33 23 65"
        stroke="var(--draw-brown)"
      />
      <path d="M48 31c16 0 26 14 26 31S64 93 48 93 22 79 22 62s10-31 26-31Z" />
    </>
  ),
  corn: (
    <>
      <path
        d="M48 4c14 10 20 30 18 56-2 16-8 26-18 32-10-6-16-16-18-32C28 34 34 14 48 4Z"
        fill="var(--draw-gold)"
      />
      <path
        d="M40 16v60M48 8v76M56 16v60M33 34h30M31 46h34M31 58h34M34 22h28"
        stroke="var(--draw-orange)"
      />
      <path
        d="M46 93C26 88 14 70 12 42c14 6 24 16 28 32ZM50 93c20-5 32-23 34-51-14 6-24 16-28 32Z"
        fill="var(--draw-green)"
      />
      <path d="M48 4c14 10 20 30 18 56M48 4C34 14 28 34 30 60" />
    </>
  ),
  watermelon: (
    <>
      <path d="M2 34h92c0 28-20 50-46 50S2 62 2 34Z" fill="var(--draw-deep-green)" />
      <path d="M8 34h80c0 24-18 43-40 43S8 58 8 34Z" fill="var(--draw-white)" />
      <path d="M14 34h68c0 20-15 36-34 36S14 54 14 34Z" fill="var(--draw-red)" />
      <path d="M30 44v4M44 44v4M58 44v4M70 44v3M37 55v4M52 56v4M62 54v3" strokeWidth="5" />
    </>
  ),
};
