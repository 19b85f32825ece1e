import { QueryClient } from '@tanstack/react-query';
import { CallFailure } from './api-client';

/** Refusals are answers, and asking again changes nothing; `call` has already repeated what the network lost. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // `call` knows when the network is away and says so; waiting silently for it would look like sending.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      retry: (count, error) => count < 1 && error instanceof CallFailure && error.code === 'server.unavailable',
      staleTime: 30_000,
      refetchOnWindowFocus: false,
    },
  },
});
