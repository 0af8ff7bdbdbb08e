import { useEffect, useState } from 'react';
import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import { sectionHeadingId } from '../../components/section.tsx';
import { hashOfRoute, SECTIONS, type SettingsSection } from '../../state/route.ts';
import './section-nav.css';

const texts = settingsTexts.sections;

/** A heading that one was led to stands a little below the edge. */
const TOP_PX = 80;

/** Leads to each section, and says which one is being read. */
export function SectionNav() {
  const current = useSectionInView();
  return (
    <nav className="section-nav" aria-label={texts.label}>
      <ul>
        {SECTIONS.settings.map((section) => (
          <li key={section}>
            <a
              href={hashOfRoute({ page: 'settings', section })}
              aria-current={section === current ? 'location' : undefined}
              onClick={(event) => {
                // The page stays the same one, also for "back" and for where it stood.
                event.preventDefault();
                goTo(section);
              }}
              draggable={false}
            >
              {texts[section]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function goTo(section: SettingsSection): void {
  const heading = document.getElementById(sectionHeadingId(section));
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}

/** Of the headings that stand at the top of the window or above it, the last. */
function useSectionInView(): SettingsSection {
  const [current, setCurrent] = useState<SettingsSection>('window');
  useEffect(() => {
    const scroller = document.getElementById('main');
    if (scroller === null) return;
    const look = () => setCurrent(sectionAt(scroller));
    look();
    scroller.addEventListener('scroll', look, { passive: true });
    return () => scroller.removeEventListener('scroll', look);
  }, []);
  return current;
}

function sectionAt(scroller: HTMLElement): SettingsSection {
  const { scrollTop, scrollHeight, clientHeight } = scroller;
  // The last sections are too short to get to the top.
  if (scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1) return 'reset';
  const limit = scroller.getBoundingClientRect().top + TOP_PX;
  const isAbove = (section: SettingsSection) => {
    const heading = document.getElementById(sectionHeadingId(section));
    return heading !== null && heading.getBoundingClientRect().top <= limit;
  };
  return SECTIONS.settings.findLast(isAbove) ?? 'window';
}
