import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import { queryClient } from '../lib/query-client';
import { AnnouncerProvider } from '../ui/announcer';
import { PageBoundary } from './error-boundary';
import { Layout } from './layout';
import { Pages } from './pages';

export function App(): ReactNode {
  return (
    <QueryClientProvider client={queryClient}>
      <AnnouncerProvider>
        <BrowserRouter>
          <Layout>
            <PageBoundary>
              <Pages />
            </PageBoundary>
          </Layout>
        </BrowserRouter>
      </AnnouncerProvider>
    </QueryClientProvider>
  );
}
