import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/style.ts';
import { connectSupervisor } from '../bridge/connect.ts';
import { SupervisorApp } from './app.tsx';
import { StationProvider } from './station.ts';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <StationProvider client={connectSupervisor()}>
        <SupervisorApp search={location.search} />
      </StationProvider>
    </StrictMode>,
  );
}
