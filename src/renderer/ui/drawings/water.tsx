import type { DrawingPaths } from './drawing-paths.ts';

export const water: DrawingPaths<'water'> = {
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
  crab: (
    <>
      <path
        d="M26 60 8 66l-4 12M28 68 14 78l-2 12M70 60l18 6 4 12M68 68l14 10 2 12"
        strokeWidth="5"
      />
      <path
        d="M28 46C14 44 6 34 8 18c4 2 8 5 11 9 1-6 4-10 8-12 5 12 5 20 7 28M68 46c14-2 22-12 20-28-4 2-8 5-11 9-1-6-4-10-8-12-5 12-5 20-7 28"
        fill="var(--draw-red)"
      />
      <path
        d="M48 38c20 0 32 10 32 22S66 82 48 82 16 72 16 60s12-22 32-22Z"
        fill="var(--draw-red)"
      />
      <path d="M40 39V27M56 39V27" />
      <circle cx="40" cy="26" r="4" fill="var(--draw-white)" />
      <circle cx="56" cy="26" r="4" fill="var(--draw-white)" />
      <path d="M38 66c6 5 14 5 20 0" />
      <path d="M40 26h.1M56 26h.1" strokeWidth="4" />
    </>
  ),
  duck: (
    <>
      <path
        d="M58 36c-2-4-4-7-4-12C54 13 62 6 72 6s17 7 17 17c0 8-3 12-6 17"
        fill="var(--draw-gold)"
      />
      <path
        d="M54 42c5-2 9-4 7-9h22c0 8 5 12 5 22 0 18-16 28-38 28C24 83 8 72 4 48c10 4 18 4 26 0 8-4 14-5 24-6Z"
        fill="var(--draw-gold)"
      />
      <path d="m86 20 9 5-8 6" fill="var(--draw-orange)" />
      <path d="M26 56c12-4 26-3 34 2-4 12-24 14-34-2Z" fill="var(--draw-cream)" />
      <circle cx="76" cy="20" r="2.5" fill="var(--draw-line)" />
      <path
        d="M2 88c8-5 15-5 23 0s15 5 23 0 15-5 23 0 15 5 23 0"
        stroke="var(--draw-blue)"
        strokeWidth="5"
      />
    </>
  ),
  frog: (
    <>
      <path d="M28 76C14 78 8 86 6 92h26M68 76c14 2 20 10 22 16H64" fill="var(--draw-green)" />
      <path
        d="M48 30c24 0 38 14 38 32S70 90 48 90 10 80 10 62s14-32 38-32Z"
        fill="var(--draw-green)"
      />
      <circle cx="28" cy="24" r="15" fill="var(--draw-green)" />
      <circle cx="68" cy="24" r="15" fill="var(--draw-green)" />
      <circle cx="28" cy="22" r="8" fill="var(--draw-white)" />
      <circle cx="68" cy="22" r="8" fill="var(--draw-white)" />
      <circle cx="28" cy="22" r="3.5" fill="var(--draw-line)" />
      <circle cx="68" cy="22" r="3.5" fill="var(--draw-line)" />
      <path d="M18 58c18 12 42 12 60 0-4 14-16 20-30 20s-26-6-30-20Z" fill="var(--draw-cream)" />
      <path d="M44 44h.1M52 44h.1" strokeWidth="4" />
    </>
  ),
  snail: (
    <>
      <path
        d="M6 84c0-6 6-8 14-8h40c6-8 8-20 9-34 1-6 4-9 9-9 8 0 11 8 10 20-2 20-8 31-24 31Z"
        fill="var(--draw-cream)"
      />
      <path d="M76 33 70 16M84 34l6-16" />
      <circle cx="70" cy="14" r="3" fill="var(--draw-line)" />
      <circle cx="90" cy="16" r="3" fill="var(--draw-line)" />
      <circle cx="36" cy="48" r="30" fill="var(--draw-orange)" />
      <path d="M36 78c-16-4-22-20-16-32s22-16 31-5 3 26-9 26-16-14-7-19 13 5 8 8" strokeWidth="4" />
    </>
  ),
};
