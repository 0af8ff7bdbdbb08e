import type { ReactNode } from 'react';
import './empty-panel.css';

interface EmptyPanelProps {
  readonly sign: ReactNode;
  readonly title: string;
  readonly body: string;
  /** What one can do about it. */
  readonly children?: ReactNode;
}

/** What stands in a list without rows. */
export function EmptyPanel({ sign, title, body, children }: EmptyPanelProps) {
  return (
    <div className="empty-panel">
      <span className="empty-panel-sign">{sign}</span>
      <h2>{title}</h2>
      <p>{body}</p>
      {children}
    </div>
  );
}
