import type { DrawingPaths } from './drawing-paths.ts';

export const home: DrawingPaths<'home'> = {
  house: (
    <>
      <path d="M22 66v26M40 66v26M58 66v26M76 66v26" strokeWidth="5" />
      <path d="M15 42h66v26H15Z" fill="var(--draw-cream)" />
      <path d="M48 8 92 44H4L48 8Z" fill="var(--draw-red)" />
      <path d="M48 8c-4-3-4-6-1-7M33 34h30" />
      <path d="M24 50h12v10H24ZM60 50h12v10H60Z" fill="var(--draw-blue)" />
      <path d="M43 48h11v20H43Z" fill="var(--draw-brown)" />
      <path d="m44 68-5 24M53 68l5 24M42 76h13M40 85h17" />
    </>
  ),
  basket: (
    <>
      <path d="M20 40C22 16 34 6 48 6s26 10 28 34" strokeWidth="5" />
      <path d="M10 42h76l-9 40c-1 5-4 8-9 8H28c-5 0-8-3-9-8Z" fill="var(--draw-gold)" />
      <path d="M14 58h68M17 74h62M32 42l5 48M48 42v48M64 42l-5 48" />
      <path d="M6 36h84v10H6Z" fill="var(--draw-brown)" />
    </>
  ),
  pot: (
    <>
      <path d="M36 16c0-4 5-6 12-6s12 2 12 6" fill="var(--draw-brown)" />
      <path d="M18 28c4-9 16-12 30-12s26 3 30 12Z" fill="var(--draw-orange)" />
      <path d="M12 28h72v8H12Z" fill="var(--draw-brown)" />
      <path
        d="M18 36h60c10 8 14 18 12 28-3 16-20 26-42 26S9 80 6 64c-2-10 2-20 12-28Z"
        fill="var(--draw-orange)"
      />
      <path d="M7 56c12 7 70 7 82 0M14 76c16 6 52 6 68 0" />
    </>
  ),
  lamp: (
    <>
      <path d="M30 24C30 12 38 4 48 4s18 8 18 20" />
      <path d="M34 22h28l4 10H30Z" fill="var(--draw-brown)" />
      <path d="M30 32h36c7 12 7 26 0 38H30c-7-12-7-26 0-38Z" fill="var(--draw-white)" />
      <path
        d="M48 42c8 8 10 14 8 20-2 5-5 7-8 7s-6-2-8-7c-2-6 0-12 8-20Z"
        fill="var(--draw-gold)"
      />
      <path d="M26 70h44l5 12c0 6-4 9-8 9H29c-4 0-8-3-8-9Z" fill="var(--draw-red)" />
    </>
  ),
  jar: (
    <>
      <path
        d="M30 18h36c3 4 3 7 0 10 16 8 22 22 20 38-2 14-14 25-38 25S12 80 10 66C8 50 14 36 30 28c-3-3-3-6 0-10Z"
        fill="var(--draw-brown)"
      />
      <ellipse cx="48" cy="14" rx="23" ry="7" fill="var(--draw-line)" />
      <path d="M16 46c20 8 44 8 64 0M11 62c22 9 52 9 74 0" stroke="var(--draw-cream)" />
    </>
  ),
  umbrella: (
    <>
      <path d="M48 44v34c0 14-20 14-20 1" strokeWidth="5" />
      <path
        d="M48 10C24 10 6 26 4 50c8-8 18-8 22 0 6-9 16-9 22 0 6-9 16-9 22 0 4-8 14-8 22 0-2-24-20-40-44-40Z"
        fill="var(--draw-red)"
      />
      <path d="M48 10c-12 8-20 22-22 40M48 10c12 8 20 22 22 40M48 10v40M48 10V3" />
      <path
        d="M48 10c-12 8-20 22-22 40 6-9 16-9 22 0 6-9 16-9 22 0-2-18-10-32-22-40Z"
        fill="var(--draw-gold)"
      />
    </>
  ),
  broom: (
    <>
      <path d="M78 4 50 46l7 5L86 9Z" fill="var(--draw-brown)" />
      <path d="m46 42 18 13-3 9-22-16Z" fill="var(--draw-red)" />
      <path d="m39 48 22 16c-4 12-12 22-24 28L6 70c14-4 26-12 33-22Z" fill="var(--draw-gold)" />
      <path d="m45 54-24 26M52 59 34 84M35 56 14 74" />
    </>
  ),
};
