import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { SectionName } from '../state/route.ts';
import { useRoute } from '../state/use-route.ts';
import './section.css';

interface SectionProps {
  readonly title: string;
  /** Stands at the end of the title's line. */
  readonly aside?: ReactNode;
  /** The name under which an address leads here. */
  readonly anchor?: SectionName;
  readonly children: ReactNode;
}

export function Section({ title, aside, anchor, children }: SectionProps) {
  const ownId = useId();
  const id = anchor === undefined ? ownId : sectionHeadingId(anchor);
  const heading = useArrival(anchor);
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id} ref={heading} {...(anchor === undefined ? {} : { tabIndex: -1 })}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** Where a section that has a name can be found on its page. */
export function sectionHeadingId(anchor: SectionName): string {
  return `section-${anchor}`;
}

/** Brings the section into view, with the focus, when the address names it. */
function useArrival(anchor: SectionName | undefined) {
  const route = useRoute();
  const heading = useRef<HTMLHeadingElement>(null);
  const isNamed = anchor !== undefined && 'section' in route && route.section === anchor;
  useEffect(() => {
    if (!isNamed) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, [isNamed]);
  return heading;
}
