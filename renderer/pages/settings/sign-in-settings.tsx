import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { signedInPhrase } from '../../../shared/texts/access-life-texts.ts';
import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import { SignInWays } from '../../components/sign-in-ways.tsx';
import { StatusGlyph } from '../../components/status-glyph.tsx';
import { KeptPlaceChoice } from './kept-place-choice.tsx';

const { kept, ways } = settingsTexts;

/** How one is signed in, how to do so again, and where that is kept. */
export function SignInSettings({ session }: { readonly session: SessionSnapshot }) {
  if (session.mode === 'sample') {
    return (
      <div className="settings-sample">
        <p className="settings-soft">{ways.sample}</p>
        <p className="settings-soft">{kept.sample}</p>
      </div>
    );
  }
  return (
    <>
      <PresentWay session={session} />
      <SignInWays session={session} />
      <h3 className="settings-part">{kept.title}</h3>
      <KeptPlaceChoice session={session} />
    </>
  );
}

/** How one is signed in at the moment. */
function PresentWay({ session: { state, account, mode } }: { readonly session: SessionSnapshot }) {
  if (state.kind !== 'active') return null;
  return (
    <p className="settings-present">
      <StatusGlyph tone="good" size={10} />
      <span>{signedInPhrase(state.life.way, account, mode)}</span>
    </p>
  );
}
