import type { contracts } from '../../shared/contracts/ipc/contract.ts';
import { createStationHooks } from '../bridge/station-hooks.tsx';

export const { StationProvider, useStation, useStream, useCommand } =
  createStationHooks<typeof contracts.kiosk>();
