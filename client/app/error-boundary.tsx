import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Problem } from '../ui/states';

/** A page that breaks says so, leaves the frame standing, and is forgotten when one goes on to another. */
export function PageBoundary({ children }: { children: ReactNode }): ReactNode {
  const { pathname } = useLocation();
  return <ErrorBoundary key={pathname}>{children}</ErrorBoundary>;
}

class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <Problem error={this.state.error} retry={() => location.reload()} />;
  }
}
