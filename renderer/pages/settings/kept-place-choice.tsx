import { useId, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { TokenCacheKind } from '../../../shared/session-settings.ts';
import { describeMove, type MoveText } from '../../../shared/texts/settings-answer-texts.ts';
import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import { CACHE_MEANINGS, CACHE_NAMES } from '../../../shared/texts/token-cache-texts.ts';
import { Button } from '../../components/button.tsx';
import { CopyableText } from '../../components/copyable-text.tsx';
import { StatusGlyph } from '../../components/status-glyph.tsx';
import { useWindowState } from '../../state/window-state-context.ts';
import { FilePlaceDialog } from './file-place-dialog.tsx';
import './kept-place-choice.css';

const texts = settingsTexts.kept;
const KINDS: readonly TokenCacheKind[] = ['keychain', 'file', 'memory'];

/**
 * Where the session is kept. Choosing is one thing and moving another: with the arrow keys one
 * passes over places where it is not meant to go.
 */
export function KeptPlaceChoice({ session }: { readonly session: SessionSnapshot }) {
  const { cache } = session.connection;
  const [chosen, setChosen] = useState<TokenCacheKind | null>(null);
  const [isAsking, setAsking] = useState(false);
  const { verdict, isMoving, move } = useMove(cache.kind, () => setChosen(null));
  const selected = chosen ?? cache.kind;

  function apply() {
    if (selected === 'file') setAsking(true);
    else void move(selected);
  }

  return (
    <div className="kept-places">
      <RadioGroup
        value={selected}
        onChange={(value) => setChosen(KINDS.find((kind) => kind === value) ?? null)}
        isDisabled={isMoving}
      >
        <Label className="visually-hidden">{texts.label}</Label>
        {KINDS.map((kind) => (
          <Place key={kind} kind={kind} />
        ))}
      </RadioGroup>
      <p className="settings-default">{settingsTexts.byDefault(texts.byDefault)}</p>
      {cache.path !== null && (
        <div className="copyables">
          <CopyableText text={cache.path} />
        </div>
      )}
      <div className="kept-places-foot">
        <Button
          isDisabled={selected === cache.kind && !isMoving}
          isPending={isMoving}
          onPress={apply}
        >
          {isMoving ? texts.moving : texts.apply}
        </Button>
        <p role="status">
          {verdict !== null && (
            <>
              <StatusGlyph tone={verdict.tone} size={10} />
              <span>{verdict.text}</span>
            </>
          )}
        </p>
      </div>
      <FilePlaceDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void move('file');
        }}
      />
    </div>
  );
}

function Place({ kind }: { readonly kind: TokenCacheKind }) {
  const nameId = useId();
  const meaningId = useId();
  return (
    <Radio
      className="kept-place"
      value={kind}
      aria-labelledby={nameId}
      aria-describedby={meaningId}
    >
      <span className="kept-place-dot" aria-hidden="true" />
      <span className="kept-place-words">
        <span id={nameId} className="setting-name">
          {CACHE_NAMES[kind]}
        </span>
        <span id={meaningId} className="setting-purpose">
          {CACHE_MEANINGS[kind]}
        </span>
      </span>
    </Radio>
  );
}

function useMove(from: TokenCacheKind, onEnd: () => void) {
  const { api } = useWindowState();
  const [verdict, setVerdict] = useState<MoveText | null>(null);
  const [isMoving, setMoving] = useState(false);

  async function move(to: TokenCacheKind) {
    setVerdict(null);
    setMoving(true);
    const answer = await api.session.moveTokens({ to });
    setMoving(false);
    setVerdict(describeMove(answer, from, to));
    onEnd();
  }
  return { verdict, isMoving, move };
}
