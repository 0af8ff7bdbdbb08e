import type { Connection } from '../../../shared/connection.ts';
import { connectionTexts } from '../../../shared/texts/connection-texts.ts';
import { CACHE_NAMES, describeCacheTest } from '../../../shared/texts/token-cache-texts.ts';
import { CopyableText } from '../../components/copyable-text.tsx';
import { Section } from '../../components/section.tsx';
import { StatusGlyph } from '../../components/status-glyph.tsx';
import { hashOfRoute } from '../../state/route.ts';
import { useNow } from '../../state/use-now.ts';
import { useWindowState } from '../../state/window-state-context.ts';

const texts = connectionTexts.kept;

interface KeptPlaceProps {
  readonly cache: Connection['cache'];
  /** False where the place cannot be chosen. */
  readonly isChoosable: boolean;
}

/** Where the session outlives the process, and whether that was seen to work. */
export function KeptPlace({ cache, isChoosable }: KeptPlaceProps) {
  const { format } = useWindowState();
  const test = describeCacheTest(cache.test, cache.kind, useNow(), format);
  return (
    <Section title={texts.title}>
      <p className="connection-place">{CACHE_NAMES[cache.kind]}</p>
      {cache.path !== null && (
        <div className="copyables">
          <CopyableText text={cache.path} />
        </div>
      )}
      <p className="connection-verdict">
        <StatusGlyph tone={test.tone} size={10} />
        <span>{test.text}</span>
      </p>
      {isChoosable && (
        <a className="text-link" href={hashOfRoute({ page: 'settings' })}>
          {texts.change}
        </a>
      )}
    </Section>
  );
}
