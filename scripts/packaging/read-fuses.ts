import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** Character codes in the executable's fuse wire. */
const on = 0x31;

/** What every packed Rean must have: all off but the three that protect. */
export const releaseFuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
} as const;

export type FuseName = keyof typeof releaseFuses;
export type Fuses = Readonly<Record<FuseName, boolean>>;

/** The fuses an Electron executable has, read out of its bytes. */
export async function readFuses(executable: string): Promise<Fuses> {
  const wire = await getCurrentFuseWire(executable);
  const isOn = (name: FuseName): boolean => wire[FuseV1Options[name]] === on;
  return {
    RunAsNode: isOn('RunAsNode'),
    EnableCookieEncryption: isOn('EnableCookieEncryption'),
    EnableNodeOptionsEnvironmentVariable: isOn('EnableNodeOptionsEnvironmentVariable'),
    EnableNodeCliInspectArguments: isOn('EnableNodeCliInspectArguments'),
    EnableEmbeddedAsarIntegrityValidation: isOn('EnableEmbeddedAsarIntegrityValidation'),
    OnlyLoadAppFromAsar: isOn('OnlyLoadAppFromAsar'),
    LoadBrowserProcessSpecificV8Snapshot: isOn('LoadBrowserProcessSpecificV8Snapshot'),
    GrantFileProtocolExtraPrivileges: isOn('GrantFileProtocolExtraPrivileges'),
  };
}
