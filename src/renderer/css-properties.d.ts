import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Our own properties, set through the CSSOM, read by the style sheets. */
    [property: `--${string}`]: string | number | undefined;
  }
}
