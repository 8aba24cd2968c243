/** What of H5P's core and its player is used here; both are in a pack ([PCE15]), and neither brings types. */

export interface H5pInstance {
  /** What is to be kept of it; absent where it keeps nothing. */
  readonly getCurrentState?: () => unknown;
}

export interface H5pCore {
  readonly instances: readonly (H5pInstance | undefined)[];
  readonly externalDispatcher: {
    on(
      type: 'xAPI',
      listen: (event: { readonly data?: { readonly statement?: unknown } }) => void,
    ): void;
  };
  error: (said: unknown) => void;
  init(target: HTMLElement): void;
  setUserData(
    contentId: string,
    dataType: 'state',
    data: unknown,
    options: { readonly deleteOnChange: boolean },
  ): void;
}

export interface H5pIntegration {
  fullscreenDisabled?: boolean;
  contents?: Readonly<Record<string, { readonly contentUserData?: unknown } | undefined>>;
}

export interface H5pOptions {
  readonly id: string;
  readonly h5pJsonPath: string;
  readonly frameJs: string;
  readonly frameCss: string;
  readonly embedType: 'div';
  /** Whether it is begun at once; in 3.8.2 `false` keeps it from that. */
  readonly preventH5PInit: false;
  readonly reportingIsEnabled: boolean;
  /** Seconds. */
  readonly saveFreq: number;
  readonly contentUserData?: unknown;
  readonly translations: { readonly H5P: Readonly<Record<string, string>> };
}

declare global {
  interface Window {
    H5P?: H5pCore;
    H5PIntegration?: H5pIntegration;
    H5PStandalone?: { readonly H5P: new (host: HTMLElement, options: H5pOptions) => unknown };
  }
}
