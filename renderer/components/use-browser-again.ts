import { useState } from 'react';
import { describeInternalFailure } from '../../shared/texts/answer-texts.ts';
import { welcomeTexts } from '../../shared/texts/welcome-texts.ts';
import { useWindowState } from '../state/window-state-context.ts';

interface BrowserAgain {
  /** Why it was not opened; empty where it was. */
  readonly problem: string;
  readonly open: () => void;
}

/** Opens this computer's browser on Spotify's page, for the sign-in that is under way. */
export function useBrowserAgain(): BrowserAgain {
  const { api } = useWindowState();
  const [problem, setProblem] = useState('');

  async function open() {
    const answer = await api.session.openBrowserAgain();
    if (!answer.ok) setProblem(describeInternalFailure(answer.error));
    else if (answer.value.kind === 'not-opened') setProblem(welcomeTexts.answers.notOpened);
    else if (answer.value.kind === 'not-running') setProblem(welcomeTexts.answers.notRunning);
    else setProblem('');
  }

  return { problem, open: () => void open() };
}
