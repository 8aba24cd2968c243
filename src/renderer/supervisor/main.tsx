import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { decideOncePerPress } from '../ui/held-keys.ts';
import '../ui/style.ts';
import { connectSupervisor } from '../bridge/connect.ts';
import { SupervisorApp } from './app.tsx';
import { BigScreenApp, isBigScreen } from './films/big-screen.tsx';
import { StationProvider } from './station.ts';

const root = document.getElementById('root');
if (root !== null) {
  decideOncePerPress(window);
  createRoot(root).render(
    <StrictMode>
      <StationProvider client={connectSupervisor()}>
        {isBigScreen(location.search) ? (
          <BigScreenApp search={location.search} />
        ) : (
          <SupervisorApp search={location.search} />
        )}
      </StationProvider>
    </StrictMode>,
  );
}
