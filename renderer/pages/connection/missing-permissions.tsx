import type { SessionLife } from '../../../shared/session-state.ts';
import { connectionTexts } from '../../../shared/texts/connection-texts.ts';
import { scopeWords } from '../../../shared/texts/scope-words.ts';
import { Button } from '../../components/button.tsx';
import { Section } from '../../components/section.tsx';

const texts = connectionTexts.permissions;

interface MissingPermissionsProps {
  readonly life: SessionLife | null;
  readonly onRenew: () => void;
}

/** What was asked for and not given. Absent where nothing is missing. */
export function MissingPermissions({ life, onRenew }: MissingPermissionsProps) {
  const missing = life?.missingScopes ?? [];
  if (missing.length === 0) return null;
  return (
    <Section title={texts.title}>
      <p>{texts.intro}</p>
      <ul className="connection-points">
        {missing.map((scope) => (
          <li key={scope}>{scopeWords(scope)}</li>
        ))}
      </ul>
      <Button onPress={onRenew}>{texts.button}</Button>
    </Section>
  );
}
