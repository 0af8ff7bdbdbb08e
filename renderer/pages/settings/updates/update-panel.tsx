import { useRef, useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import type { IpcAnswer } from '../../../../shared/ipc-derived.ts';
import { describeInternalFailure } from '../../../../shared/texts/answer-texts.ts';
import { describeUpdates, updateTexts } from '../../../../shared/texts/update-texts.ts';
import type { UpdatePhase } from '../../../../shared/update-state.ts';
import { Button } from '../../../components/button.tsx';
import { LiveRegion } from '../../../components/live-region.tsx';
import { StatusGlyph } from '../../../components/status-glyph.tsx';
import { useNow } from '../../../state/use-now.ts';
import { useLive, useWindowState } from '../../../state/window-state-context.ts';
import { type UpdateAction, updateActions } from './update-actions.ts';
import './update-panel.css';

const { buttons, progress, pageNotOpened } = updateTexts;

/** How things stand with newer versions, and what can be done about it. */
export function UpdatePanel() {
  const { api, format, updates } = useWindowState();
  const live = useLive(updates);
  const nowMs = useNow();
  const [problem, setProblem] = useState<string | null>(null);
  const headline = useRef<HTMLParagraphElement>(null);
  const state = live.kind === 'ready' ? live.value : null;
  const words = state === null ? null : describeUpdates(state, nowMs, format);
  if (state === null || words === null) return null;
  const { phase } = state;

  async function act(action: UpdateAction) {
    setProblem(null);
    setProblem(await problemOf(action));
    // The button that was pressed is mostly gone by now, and the focus with it.
    if (document.activeElement === document.body) headline.current?.focus();
  }

  async function problemOf(action: UpdateAction): Promise<string | null> {
    if (action === 'page') {
      const answer = await api.app.openLink({ kind: 'releases' });
      return answer.ok && answer.value.kind === 'not-opened' ? pageNotOpened : failureOf(answer);
    }
    return failureOf(await api.updates[action]());
  }

  function label(action: UpdateAction): string {
    if (action === 'download') {
      return 'offer' in phase ? buttons.download(phase.offer, format) : '';
    }
    return action === 'look' && phase.kind !== 'resting' ? buttons.again : buttons[action];
  }

  return (
    <div className="update-panel">
      <p className="update-panel-headline" ref={headline} tabIndex={-1}>
        <StatusGlyph tone={words.tone} />
        <span>{words.headline}</span>
      </p>
      <LiveRegion text={words.headline} />
      {words.detail !== null && (
        <p className="update-panel-detail tabular selectable">{words.detail}</p>
      )}
      <DownloadBar phase={phase} valueText={words.detail ?? ''} />
      <div className="update-panel-actions">
        {updateActions(state).map((action, index) => (
          <Button
            // Another action is another button: what was about to be pressed must not change.
            key={action}
            look={index === 0 ? 'plain' : 'quiet'}
            onPress={() => void act(action)}
          >
            {label(action)}
          </Button>
        ))}
      </div>
      {problem !== null && (
        <p className="setting-hint-wrong" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function DownloadBar({ phase, valueText }: { phase: UpdatePhase; valueText: string }) {
  if (phase.kind !== 'downloading') return null;
  const share = Math.min(1, phase.receivedBytes / phase.offer.sizeBytes);
  return (
    <ProgressBar aria-label={progress} value={share * 100} valueLabel={valueText}>
      <div className="update-panel-track">
        <div className="update-panel-fill" style={{ width: `${share * 100}%` }} />
      </div>
    </ProgressBar>
  );
}

function failureOf(answer: IpcAnswer<unknown>): string | null {
  return answer.ok ? null : describeInternalFailure(answer.error);
}
