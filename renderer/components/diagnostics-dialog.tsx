import { useEffect, useState } from 'react';
import type { CratewatchApi } from '../../shared/ipc-derived.ts';
import { diagnosticsTexts as texts } from '../../shared/texts/diagnostics-texts.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import './diagnostics-dialog.css';

interface DiagnosticsDialogProps {
  readonly api: CratewatchApi;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

type Gathered =
  | { readonly kind: 'gathering' | 'failed' }
  | { readonly kind: 'text'; readonly text: string };

/** Shows what will be copied before it is: everything of it, to be read and selected. */
export function DiagnosticsDialog({ api, isOpen, onClose }: DiagnosticsDialogProps) {
  return (
    <Dialog title={texts.title} width="wide" isOpen={isOpen} onClose={onClose}>
      <p>{texts.body}</p>
      <Contents api={api} onClose={onClose} />
    </Dialog>
  );
}

function Contents({ api, onClose }: Omit<DiagnosticsDialogProps, 'isOpen'>) {
  const [gathered, setGathered] = useState<Gathered>({ kind: 'gathering' });
  const [copying, setCopying] = useState<'not-yet' | 'copied' | 'failed'>('not-yet');
  useEffect(() => {
    let isGone = false;
    void api.app.diagnostics().then((answer) => {
      if (!isGone) {
        setGathered(answer.ok ? { kind: 'text', text: answer.value.text } : { kind: 'failed' });
      }
    });
    return () => {
      isGone = true;
    };
  }, [api]);

  async function copy() {
    const answer = await api.app.copyDiagnostics();
    setCopying(answer.ok && answer.value.kind === 'done' ? 'copied' : 'failed');
  }

  return (
    <>
      {gathered.kind === 'text' ? (
        <section
          className="diagnostics-text selectable"
          aria-label={texts.label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
          tabIndex={0}
        >
          <pre>{gathered.text}</pre>
        </section>
      ) : (
        <p role={gathered.kind === 'failed' ? 'alert' : 'status'}>{texts[gathered.kind]}</p>
      )}
      <p role="status" className={copying === 'failed' ? undefined : 'visually-hidden'}>
        {copying === 'failed' && texts.notCopied}
        {copying === 'copied' && texts.copied}
      </p>
      <div className="dialog-actions">
        <Button look="quiet" onPress={onClose}>
          {texts.close}
        </Button>
        <Button onPress={() => void copy()} isDisabled={gathered.kind !== 'text'} autoFocus>
          {copying === 'copied' ? texts.copied : texts.copy}
        </Button>
      </div>
    </>
  );
}
