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
};
