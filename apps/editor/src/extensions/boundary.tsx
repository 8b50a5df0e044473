import { Component, type ReactNode } from 'react';
import { Note } from '../form/parts/note';

/** Keeps a part of an extension that breaks from taking the screen with it. */
export class ExtensionBoundary extends Component<{ what: string; children: ReactNode }, { failure: string | null }> {
  override state = { failure: null };

  static getDerivedStateFromError(error: unknown): { failure: string } {
    return { failure: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.failure === null) return this.props.children;
    return (
      <Note tone="warn">
        {this.props.what} stopped working: {this.state.failure} What is stored stays as it is.
      </Note>
    );
  }
}
