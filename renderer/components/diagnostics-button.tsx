import { useState } from 'react';
import type { CratewatchApi } from '../../shared/ipc-derived.ts';
import { diagnosticsTexts } from '../../shared/texts/diagnostics-texts.ts';
import { Button } from './button.tsx';
import { DiagnosticsDialog } from './diagnostics-dialog.tsx';

interface DiagnosticsButtonProps {
  readonly look?: 'plain' | 'quiet';
  /** Given, as it must work where the window's own state could not be drawn, too. */
  readonly api: CratewatchApi;
}

/** Leads to what goes with a report of a problem. */
export function DiagnosticsButton({ api, look = 'plain' }: DiagnosticsButtonProps) {
  const [isShowing, setShowing] = useState(false);
  return (
    <>
      <Button look={look} onPress={() => setShowing(true)}>
        {diagnosticsTexts.show}
      </Button>
      <DiagnosticsDialog api={api} isOpen={isShowing} onClose={() => setShowing(false)} />
    </>
  );
}
