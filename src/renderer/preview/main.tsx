import '../bridge/parse-without-code.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/style.ts';
import { StationProvider } from '../kiosk/station.ts';
import { PreviewApp } from './preview-app.tsx';
import { previewStation } from './preview-station.ts';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <StationProvider client={previewStation()}>
        <PreviewApp />
      </StationProvider>
    </StrictMode>,
  );
}
