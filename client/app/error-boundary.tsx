import { Component, type ReactNode } from 'react';
import { Problem } from '../ui/states';

/** A page that breaks says so, and leaves the rest standing. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <Problem error={this.state.error} retry={() => location.reload()} />;
  }
}
