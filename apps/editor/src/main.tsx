import './theme/layers.css';
// Mantine's styles lie in a cascade layer, so that ours win in whatever order chunks load.
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './theme/fonts';
import './theme/tokens.css';
import './theme/mantine.css';
import './theme/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client';
import { App } from './app';
import { applyAppearance, readAppearance } from './theme/appearance';
import { announceNonce, styleNonce } from './theme/nonce';
import { cssVariablesResolver, theme } from './theme/theme';

announceNonce();
const appearance = readAppearance();
applyAppearance(appearance);

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root to put the editor in.');
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme={appearance.scheme}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
