import type { DrawingPaths } from './drawing-paths.ts';

export const plants: DrawingPaths<'plants'> = {
  rice: (
    <>
      <path d="M36 90C34 62 38 34 56 20" />
      <path
        d="M36 84C26 66 17 58 6 56c4 14 14 26 30 32M37 72c6-12 15-19 27-20-3 12-12 21-27 26"
        fill="var(--draw-green)"
      />
      <g fill="var(--draw-gold)">
        <ellipse cx="61" cy="15" rx="5" ry="8" transform="rotate(50 61 15)" />
        <ellipse cx="74" cy="19" rx="5" ry="8" transform="rotate(80 74 19)" />
        <ellipse cx="83" cy="29" rx="5" ry="8" transform="rotate(-10 83 29)" />
        <ellipse cx="49" cy="17" rx="5" ry="8" transform="rotate(-15 49 17)" />
        <ellipse cx="64" cy="29" rx="5" ry="8" transform="rotate(-55 64 29)" />
        <ellipse cx="74" cy="37" rx="5" ry="8" transform="rotate(-25 74 37)" />
        <ellipse cx="37" cy="29" rx="5" ry="8" transform="rotate(-25 37 29)" />
        <ellipse cx="54" cy="37" rx="5" ry="8" transform="rotate(-55 54 37)" />
        <ellipse cx="31" cy="44" rx="5" ry="8" transform="rotate(-20 31 44)" />
      </g>
    </>
  ),
  tree: (
    <>
      <path d="M42 54c1 14 0 24-6 36h24c-6-12-7-22-6-36" fill="var(--draw-brown)" />
      <path
        d="M48 6c10 0 17 6 19 14 11 1 19 9 19 19 0 12-10 20-22 19-5 5-11 6-16 6s-11-1-16-6c-12 1-22-7-22-19 0-10 8-18 19-19C31 12 38 6 48 6Z"
        fill="var(--draw-green)"
      />
      <path d="M34 32c2-5 6-7 11-7M58 44c4 0 8-2 10-6M30 46c2 3 5 4 8 4" />
    </>
  ),
  lotus: (
    <>
      <path
        d="M20 74c16 8 40 8 56 0 6 2 10 4 12 7-20 9-60 9-80 0 2-3 6-5 12-7Z"
        fill="var(--draw-green)"
      />
      <path
        d="M48 78C28 80 12 70 6 46c14 0 24 5 30 13M48 78c20 2 36-8 42-32-14 0-24 5-30 13"
        fill="var(--draw-pink)"
      />
      <path
        d="M48 78C30 72 20 54 24 30c12 5 19 12 22 20M48 78c18-6 28-24 24-48-12 5-19 12-22 20"
        fill="var(--draw-pink)"
      />
      <path d="M48 78C32 62 32 36 48 16c16 20 16 46 0 62Z" fill="var(--draw-white)" />
    </>
  ),
  palm: (
    <>
      <path d="M44 46c1 16 0 30-3 44h15c-3-14-4-28-3-44" fill="var(--draw-brown)" />
      <path d="M43 62h11M42 76h13" />
      <g fill="var(--draw-green)">
        <path d="M48 40 14 54c-5-7-7-14-6-21l40 7Z" />
        <path d="m48 40 34 14c5-7 7-14 6-21l-40 7Z" />
        <path d="M48 40 10 28c2-8 7-14 14-18l24 30Z" />
        <path d="m48 40 38-12c-2-8-7-14-14-18L48 40Z" />
        <path d="M48 40 28 8c6-3 13-5 20-5s14 2 20 5L48 40Z" />
      </g>
      <circle cx="40" cy="46" r="6" fill="var(--draw-brown)" />
      <circle cx="56" cy="46" r="6" fill="var(--draw-brown)" />
      <circle cx="48" cy="50" r="6" fill="var(--draw-brown)" />
    </>
  ),
  bamboo: (
    <>
      <path d="M26 6h14v84H26ZM54 18h14v72H54Z" fill="var(--draw-green)" />
      <path d="M24 28h18M24 50h18M24 72h18M52 38h18M52 60h18M52 80h18" strokeWidth="5" />
      <path
        d="M40 30C48 18 58 12 74 8c-2 14-14 22-34 22ZM26 52C16 46 8 46 2 50c4 8 14 10 24 2ZM68 62c10-8 18-9 26-6-4 9-14 12-26 6Z"
        fill="var(--draw-deep-green)"
      />
    </>
  ),
  mushroom: (
    <>
      <path d="M36 52c2 14 0 26-4 36 8 4 24 4 32 0-4-10-6-22-4-36" fill="var(--draw-cream)" />
      <path d="M4 52C6 24 24 8 48 8s42 16 44 44c-20 8-68 8-88 0Z" fill="var(--draw-red)" />
      <circle cx="30" cy="32" r="7" fill="var(--draw-white)" />
      <circle cx="54" cy="24" r="8" fill="var(--draw-white)" />
      <circle cx="73" cy="40" r="6" fill="var(--draw-white)" />
      <circle cx="48" cy="46" r="4" fill="var(--draw-white)" />
      <path d="M42 62v14M54 64v10" />
    </>
  ),
  sunflower: (
    <>
      <path d="M48 56v36" strokeWidth="5" stroke="var(--draw-deep-green)" />
      <path
        d="M48 84C36 68 22 66 12 70c4 12 20 20 36 14ZM48 84c12-16 26-18 36-14-4 12-20 20-36 14Z"
        fill="var(--draw-green)"
      />
      <g fill="var(--draw-gold)">
        <ellipse cx="48" cy="14" rx="8" ry="12" transform="rotate(0 48 36)" />
        <ellipse cx="48" cy="14" rx="8" ry="12" transform="rotate(45 48 36)" />
        <ellipse cx="48" cy="14" rx="8" ry="12" transform="rotate(90 48 36)" />
        <ellipse cx="48" cy="14" rx="8" ry="12" transform="rotate(135 48 36)" />
        <ellipse cx="48" cy="14" rx="8" ry="12" transform="rotate(180 48 36)" />
        <ellipse cx="48" cy="14" rx="8" ry="12" transform="rotate(225 48 36)" />
        <ellipse cx="48" cy="14" rx="8" ry="12" transform="rotate(270 48 36)" />
        <ellipse cx="48" cy="14" rx="8" ry="12" transform="rotate(315 48 36)" />
      </g>
      <circle cx="48" cy="36" r="14" fill="var(--draw-brown)" />
      <path
        d="M44 32h.1M52 32h.1M48 38h.1M43 41h.1M53 41h.1"
        strokeWidth="4"
        stroke="var(--draw-cream)"
      />
    </>
  ),
};
