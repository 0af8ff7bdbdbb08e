import { useState } from 'react';
import type { CratewatchApi } from '../../shared/ipc-derived.ts';
import { describeSignInAnswer } from '../../shared/texts/sign-in-answer-texts.ts';
import { useWindowState } from '../state/window-state-context.ts';
import type { SignInStep } from './sign-in-step.ts';

interface SignIn {
  /** Why it did not even start; empty where it did. */
  readonly problem: string;
  readonly start: (step: Exclude<SignInStep, { kind: 'missing' }>) => void;
}

/** Starts signing in. How that ends is told by the session's state. */
export function useSignIn(): SignIn {
  const { api } = useWindowState();
  const [problem, setProblem] = useState('');

  async function start(step: Exclude<SignInStep, { kind: 'missing' }>) {
    setProblem('');
    setProblem(describeSignInAnswer(await call(api, step)));
  }

  return { problem, start: (step) => void start(step) };
}

function call(api: CratewatchApi, step: Exclude<SignInStep, { kind: 'missing' }>) {
  return step.kind === 'sign-in'
    ? api.session.signIn(step.request)
    : api.session.importTokens({ clientId: step.clientId, secret: step.secret });
}
